local Json = require "Json"
local answers = require "stub.answers"
local Protocol = require "Protocol"

describe("The protocol", function()
  local function read(results, given, paths)
    return Protocol.reply(answers.reply("rate", results, given), "rate", paths or { "/a.jpg" })
  end

  it("writes a request with an empty list of paths as a list", function()
    assert.are.equal('{"options":{},"paths":[],"schema":"assist.plug/1","verb":"ping"}', Protocol.request("ping", {}))
  end)

  it("gives one result a path, without nulls", function()
    local results = read({ answers.result("/a.jpg", { rating = 4, score = 71.3, why = "sharp" }) })
    assert.are.equal(4, results[1].rating)
    assert.is_nil(results[1].pick)
    assert.is_nil(results[1].error)
  end)

  it("refuses a reply of another version, and says so", function()
    for _, schema in ipairs({ "assist.plug/2", "assist.photo/1" }) do
      local results, problem = read({ answers.result("/a.jpg") }, { schema = schema })
      assert.is_nil(results)
      assert.are.equal("version", problem.kind)
      assert.truthy(problem.message:find(schema, 1, true))
    end
  end)

  it("refuses a reply that is none", function()
    for _, text in ipairs({ "", "<html>", "[]", "null", "3", '{"schema":"assist.plug/1"}' }) do
      local results, problem = Protocol.reply(text, "rate", { "/a.jpg" })
      assert.is_nil(results, text)
      assert.are.equal("string", type(problem.message))
    end
  end)

  it("refuses an answer to another question, or to more or fewer photos", function()
    assert.is_nil((read({ answers.result("/a.jpg") }, { verb = "pick" })))
    assert.is_nil((read({})))
    assert.is_nil((read({ answers.result("/a.jpg"), answers.result("/b.jpg") })))
  end)

  it("hands on what the program says went wrong", function()
    local error = { kind = "run", message = "the network is missing", hint = "assist weights pull faces" }
    local results, problem = read({}, { error = error })
    assert.is_nil(results)
    assert.are.equal("the network is missing", problem.message)
    assert.are.equal("assist weights pull faces", problem.hint)
  end)

  it("tells that a run was cancelled", function()
    local _, problem = read({}, { cancelled = true })
    assert.are.equal("cancelled", problem.kind)
  end)

  it("turns one answer that cannot be right into that photo's error, and keeps the others", function()
    local wrong = {
      { rating = 6 }, { rating = 2.5 }, { rating = "4" }, { pick = 2 }, { label = "blue" }, { score = 101 },
      { decision = "delete" }, { person = true }, { path = "/b.jpg" }, { better = 1 }, { keep_uncropped = "no" },
      { crop = { box = Json.array({ 0, 0, 1 }), turn_deg = 0, aspect = "3:2" } },
      { crop = { box = Json.array({ 0.9, 0, 0.1, 1 }), turn_deg = 0, aspect = "3:2" } }, { orientation = 9 },
      { size_px = 3 }, { why = 7 },
    }
    for _, given in ipairs(wrong) do
      local both = { answers.result("/a.jpg", given), answers.result("/c.jpg", { rating = 3 }) }
      local results = read(both, nil, { "/a.jpg", "/c.jpg" })
      assert.are.equal("reply", results[1].error.kind)
      assert.is_nil(results[1].rating)
      assert.are.equal(3, results[2].rating)
    end
  end)
end)
