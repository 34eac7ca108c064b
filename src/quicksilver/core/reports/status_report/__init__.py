"""The status report on the partnerships: what is told to the working group, as at any date.

The outline is that of the secretariat's report of 2007: a cover note of four paragraphs with the actions
invited, and an annex of ten. Every paragraph is there at every date; where the record has nothing for it by
then, it says so. A second annex lists each figure with the rows and the source it rests on.
"""

from quicksilver.core.reports.status_report.report import KIND, compose, figures_at

__all__ = ["KIND", "compose", "figures_at"]
