-- The fields that photos get. Lightroom knows text, choice and link only, and compares no numbers: the score is text of three
-- digits, which sorts rightly, and its band is a choice that smart collections can ask for.
local function choice(value, title)
  return { value = value, title = title }
end

return {
  schemaVersion = 1,
  metadataFieldsForPhotos = {
    { id = "score", title = "Score", dataType = "string", searchable = true, browsable = true, readOnly = true },
    {
      id = "band",
      title = "Score band",
      dataType = "enum",
      values = {
        choice(nil, "Not rated"),
        choice("80", "80 to 100"),
        choice("60", "60 to 79"),
        choice("40", "40 to 59"),
        choice("20", "20 to 39"),
        choice("0", "0 to 19"),
      },
      searchable = true,
      browsable = true,
      readOnly = true,
    },
    {
      id = "decision",
      title = "Decision",
      dataType = "enum",
      values = {
        choice(nil, "None"),
        choice("keeper", "Keep"),
        choice("alternate", "Alternate"),
        choice("reject_candidate", "Reject?"),
      },
      searchable = true,
      browsable = true,
      readOnly = true,
    },
    { id = "reason", title = "Reason", dataType = "string", searchable = true, browsable = false, readOnly = true },
    -- Without a title it is not shown: what the plug-in set, and what was there before.
    { id = "ledger", dataType = "string", searchable = false, browsable = false },
  },
}
