"""The table of what runs, where, and whether it answers."""

from rich.console import Console
from rich.table import Table

from local.installation import Installation
from local.parts import PARTS

# Wide enough for the addresses when the output is a pipe.
WIDTH = 100


def status_table(installation: Installation, *, console: Console | None = None) -> bool:
    """Prints the table and says whether every part answers."""
    table = Table("part", "what it is", "address", "state")
    states = {part.name: part.answers(installation) for part in PARTS}
    for part in PARTS:
        state = "[green]answers[/green]" if states[part.name] else "[red]silent[/red]"
        table.add_row(part.name, part.what, part.address(installation), state)
    (console or Console(width=WIDTH)).print(table)
    return all(states.values())
