def write_sheet(*a, **k): raise SystemExit("wip")
def write_pick_sheet(*a, **k): raise SystemExit("wip")
