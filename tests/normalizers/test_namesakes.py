"""Those who are written alike: a text that says one name of several people is as sure as all of them together."""

from __future__ import annotations

from normalizers import Zhengming

DATE = "2021-06-22"


def test_namesakes_are_sure_together(zm: Zhengming) -> None:
    (finding,) = zm.correct(
        "Ma Kesi said in Manila that the Philippines would not give up the shoal.", date=DATE
    ).findings
    assert (finding.action, finding.replacement) == ("applied", "Marcos")
    assert any(item.claim.startswith("written alike: ") for item in finding.evidence)
    assert all(other.replacement != "Marcos" for other in finding.alternatives)


def test_relatives_written_otherwise_are_alternatives(zm: Zhengming) -> None:
    (finding,) = zm.correct("The Xinawa family has ruled Thailand's politics for two decades.", date=DATE).findings
    assert finding.action != "applied"
    assert finding.alternatives
