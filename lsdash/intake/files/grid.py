"""Columns of a web page's table, kept under each other where cells are merged."""

from dataclasses import dataclass, field

from lsdash.intake.files.layout import Flow


@dataclass
class Grid:
    """How far a table has come: its column, and cells of rows above that reach into the next."""

    reaching: dict[int, int] = field(default_factory=dict)
    column: int = 0

    def start_cell(self, flow: Flow) -> None:
        """Open a cell, after an empty one for each of a row above that reaches here."""
        while self.reaching.get(self.column):
            self._reached(flow)
        flow.start_cell()

    def end_cell(self, flow: Flow, wide: int, high: int) -> None:
        """An empty cell for each further column, and room in the rows below that it reaches."""
        for _ in range(wide - 1):
            flow.start_cell()
        for column in range(self.column, self.column + wide):
            self.reaching[column] = high - 1
        self.column += wide

    def end_row(self, flow: Flow) -> None:
        """Close a row, with an empty cell for each that reaches into what is left of it."""
        last = max((each for each, rows in self.reaching.items() if rows), default=-1)
        while self.column <= last:
            self._reached(flow)
        self.column = 0
        flow.end_row()

    def _reached(self, flow: Flow) -> None:
        self.reaching[self.column] = max(0, self.reaching.get(self.column, 0) - 1)
        self.column += 1
        flow.start_cell()
