"""Import: what other programs keep, as records.

file ─read─▶ components ─found─▶ Foreign: a record's fields ─planned─▶ the text of a record's file
"""
