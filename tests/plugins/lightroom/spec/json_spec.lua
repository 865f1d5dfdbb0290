local Json = require "Json"
local JsonReader = require "JsonReader"

describe("JSON", function()
  local function round(value)
    return JsonReader.read(Json.write(value))
  end

  it("keeps texts whatever they hold", function()
    for _, text in ipairs({ "", 'a "quoted" \\ path', "line\nbreak\t\0\127", "Grün, 日本語, 😀", "C:\\Fotos\\Münster" }) do
      assert.are.equal(text, round(text))
    end
  end)

  it("reads escapes, pairs of surrogates too", function()
    assert.are.equal("é😀/", JsonReader.read('"\\u00e9\\ud83d\\ude00\\/"'))
  end)

  it("reads half a pair as the replacement character", function()
    assert.are.equal("\239\191\189x", JsonReader.read('"\\udc80x"'))
    assert.are.equal("\239\191\189\239\191\189", JsonReader.read('"\\ud83d\\ud83d"'))
  end)

  it("tells an empty list from an empty object", function()
    assert.are.equal("[]", Json.write(Json.array({})))
    assert.are.equal("{}", Json.write({}))
    assert.is_true(Json.is_array(JsonReader.read("[]")))
    assert.is_false(Json.is_array(JsonReader.read("{}")))
  end)

  it("keeps numbers", function()
    for _, number in ipairs({ 0, -1, 42, 0.1, -12.5, 71.3, 1e-7, 0.30000000000000004, 123456789012 }) do
      assert.is_true(math.abs(round(number) - number) <= math.abs(number) * 1e-14, tostring(number))
    end
    assert.are.equal(-1250, JsonReader.read("-1.25e3"))
  end)

  it("reads and writes numbers where the decimal sign is a comma", function()
    local format, number = string.format, tonumber
    string.format = function(...)
      return (format(...):gsub("%.", ","))
    end
    _G.tonumber = function(text, base)
      return not tostring(text):find("%.") and number(text, base) or nil
    end
    local written, read = Json.write({ box = 0.25 }), JsonReader.read("[0.25,1.5e1]")
    string.format, _G.tonumber = format, number
    assert.are.equal('{"box":0.25}', written)
    assert.are.same({ 0.25, 15 }, { read[1], read[2] })
  end)

  it("refuses what is not JSON, and says what is wrong", function()
    local wrong = {
      "", "{", "[1,]", '{"a":1,}', "nul", "01", "1.", ".5", "+1", "1e", "NaN", "Infinity", "1e999", '"\1"', '"\\x"', '"\\u12"',
      "'a'", '{"a":1 "b":2}', "[1] x", '{"a":1,"a":2}', "{1:2}", "truex", "1x", string.rep("[", 70) .. string.rep("]", 70),
    }
    for _, text in ipairs(wrong) do
      local value, why = JsonReader.read(text)
      assert.is_nil(value, text)
      assert.are.equal("string", type(why), text)
    end
    assert.is_nil((JsonReader.read(nil)))
  end)

  it("writes no number and no table that JSON lacks", function()
    assert.has_error(function()
      Json.write(0 / 0)
    end)
    assert.has_error(function()
      Json.write({ [1] = "not marked as a list" })
    end)
    assert.has_error(function()
      Json.write(print)
    end)
  end)

  it("lets others go on while it reads much", function()
    local ticks = 0
    JsonReader.read("[" .. string.rep("1,", 20000) .. "1]", function()
      ticks = ticks + 1
    end)
    assert.are.equal(10, ticks)
  end)
end)
