"""Finds what a machine translation from Chinese left wrong in English news, and corrects it.

The way in:

    zm = load()
    correction = zm.correct(text, date="2020-10-20")
    correction.text, correction.findings, correction.score
"""

from normalizers.finding import Correction, Document, Finding, Rule
from normalizers.policy import Policy
from normalizers.zhengming import Zhengming, load

__all__ = ["Correction", "Document", "Finding", "Policy", "Rule", "Zhengming", "load"]
