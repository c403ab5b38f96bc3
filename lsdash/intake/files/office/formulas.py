"""Formulas of Word and of web pages written in one line: `(45 × 2)/3`, `x²`, `√(a + b)`."""

import re

from lxml import etree

from lsdash.intake.files import raised

UNREAD = {"rPr", "ctrlPr", "annotation", "annotation-xml"}
EQUATION = re.compile(r"\s*EQ\s+(?P<told>.+)", re.IGNORECASE | re.DOTALL)
FRACTION = re.compile(
    r"\\f\s*\((?P<num>[^(),;\\]{1,60})[,;](?P<den>[^(),;\\]{1,60})\)", re.IGNORECASE
)
SWITCH = re.compile(r"\\[a-z]{1,2}\d*\s*", re.IGNORECASE)
SIGNS = ("+", "-", "−", "×", "÷", "=", " ")


def field(instruction: str) -> str:
    """The formula of an older Word, `EQ \\f(90,2)`; nothing for any other field."""
    found = EQUATION.fullmatch(instruction)
    if found is None:
        return ""
    fractions = FRACTION.sub(lambda it: _fraction(it["num"], it["den"]), found["told"])
    return SWITCH.sub("", fractions).strip()


def linear(element: etree._Element) -> str:
    """The text of a formula, or of a part of one."""
    name = _name(element)
    if name in UNREAD or name.endswith("Pr"):
        return ""
    match name:
        case "f":
            return _fraction(_of(element, "num"), _of(element, "den"))
        case "mfrac" if len(element) == 2:
            return _fraction(linear(element[0]), linear(element[1]))
        case "sSup":
            return _of(element, "e") + raised.power(_of(element, "sup"))
        case "msup" if len(element) == 2:
            return linear(element[0]) + raised.power(linear(element[1]))
        case "sSubSup":
            return _of(element, "e") + _of(element, "sub") + raised.power(_of(element, "sup"))
        case "rad":
            return f"{_of(element, 'deg')}√{_grouped(_of(element, 'e'))}"
        case "msqrt":
            return f"√{_grouped(_inside(element))}"
        case "d":
            return _bracketed(element)
        case "nary":
            return _sign(element, "naryPr", "chr", "∫") + " " + _of(element, "e")
        case _:
            return (element.text or "" if name in {"t", "mn", "mo", "mi", "mtext"} else "") + (
                _inside(element)
            )


def _bracketed(element: etree._Element) -> str:
    opening = _sign(element, "dPr", "begChr", "(")
    closing = _sign(element, "dPr", "endChr", ")")
    inside = _sign(element, "dPr", "sepChr", "|").join(
        linear(each) for each in element if _name(each) == "e"
    )
    return f"{opening}{inside}{closing}"


def _fraction(above: str, below: str) -> str:
    return f"{_grouped(above)}/{_grouped(below)}"


def _grouped(text: str) -> str:
    """In brackets where it is more than one number or name."""
    inner = text.strip()
    return f"({inner})" if any(sign in inner for sign in SIGNS) else inner


def _inside(element: etree._Element) -> str:
    return "".join(linear(each) for each in element if isinstance(each.tag, str))


def _of(element: etree._Element, name: str) -> str:
    return "".join(linear(each) for each in element if _name(each) == name)


def _sign(element: etree._Element, settings: str, name: str, usual: str) -> str:
    """A bracket or sign that the formula sets."""
    found = element.find(f"{{*}}{settings}/{{*}}{name}")
    if found is None:
        return usual
    return next((value for key, value in found.attrib.items() if str(key).endswith("val")), "")


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
