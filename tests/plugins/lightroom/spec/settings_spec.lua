local Settings = require "Settings"

describe("Settings", function()
  it("hold their defaults until something is chosen", function()
    assert.are.same(Settings.DEFAULTS, Settings.read({}))
  end)

  it("hold what was chosen, a no too", function()
    local settings = Settings.read({ stars = false, reject_flags = true, aspect = "3:2" })
    assert.is_false(settings.stars)
    assert.is_true(settings.reject_flags)
    assert.are.equal("3:2", settings.aspect)
  end)

  it("pass over a value of a wrong type", function()
    assert.are.equal("free", Settings.read({ aspect = 3 }).aspect)
    assert.is_true(Settings.read({ stars = "yes" }).stars)
  end)

  it("never flag rejects unless that was chosen", function()
    assert.is_false(Settings.options(Settings.read({})).reject_flags)
  end)
end)
