"""A trace as a tree on the terminal: what caused what, when it began, how long it took."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rich.tree import Tree

from local.collector.spans import KeptSpan


def tree_of(spans: Sequence[KeptSpan]) -> Tree:
    """`spans` in order of their beginning, at least one. Whose parent is elsewhere stands at the top."""
    known = {span.span_id for span in spans}
    children: defaultdict[str, list[KeptSpan]] = defaultdict(list)
    for span in spans:
        children[span.parent_id if span.parent_id in known else ""].append(span)
    began_ns = spans[0].began_ns
    root = Tree(f"trace {spans[0].trace_id}")
    _hang(root, children, "", began_ns)
    return root


def _hang(branch: Tree, children: dict[str, list[KeptSpan]], parent: str, began_ns: int) -> None:
    for span in children.get(parent, ()):
        below = branch.add(" ".join(_words(span, began_ns)))
        _hang(below, children, span.span_id, began_ns)


def _words(span: KeptSpan, began_ns: int) -> Iterator[str]:
    yield f"[dim]{(span.began_ns - began_ns) / 1e9:8.3f} s[/dim]"
    yield f"[cyan]{span.lasted_ms:9.1f} ms[/cyan]"
    yield f"[red]{span.name}[/red]" if span.failed else span.name
    yield f"[dim]{span.service}[/dim]"
