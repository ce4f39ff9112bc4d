"""The names of units that one says."""

# Many also mean something else ("second", "pound", "foot"): two of them make a conversion, one alone does not.
_NAMES = """
mile kilometer kilometre meter metre centimeter centimetre millimeter millimetre foot inch yard
kilogram gram milligram pound ounce stone ton tonne
liter litre milliliter millilitre gallon pint quart cup tablespoon teaspoon
celsius fahrenheit kelvin second minute hour day week month year decade acre hectare knot
byte kilobyte megabyte gigabyte terabyte watt kilowatt joule calorie
"""
_OTHER_FORMS = {"feet": "foot", "inches": "inch", "centuries": "century", "century": "century"}
_SHORT = {
    "km": "kilometer", "m": "meter", "cm": "centimeter", "mm": "millimeter", "kg": "kilogram", "g": "gram",
    "lb": "pound", "lbs": "pound", "oz": "ounce", "l": "liter", "ml": "milliliter", "ft": "foot", "c": "celsius",
    "f": "fahrenheit", "centigrade": "celsius", "kilo": "kilogram", "kilos": "kilogram", "mi": "mile", "h": "hour",
}  # fmt: skip
UNIT_OF = (
    {name: name for name in _NAMES.split()} | {f"{name}s": name for name in _NAMES.split()} | _OTHER_FORMS | _SHORT
)
DEGREES = {"celsius", "fahrenheit"}
DEGREE_WORDS = {"degree", "degrees"}
IRREGULAR = {"foot": "feet", "inch": "inches", "century": "centuries"}


_FILLERS = """
how many much what is are there in to into a an the of do does have has make convert can could you tell me please as
one i want know it that be would was ten and for
"""
FILLERS = frozenset(_FILLERS.split())


def spoken_unit(unit: str, *, is_one: bool) -> str:
    """ "mile" → "miles", "celsius" → "degrees Celsius"."""
    if unit in DEGREES:
        return f"degrees {unit.capitalize()}"
    return unit if is_one else IRREGULAR.get(unit, f"{unit}s")
