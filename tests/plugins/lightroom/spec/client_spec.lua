local answers = require "stub.answers"
local lightroom = require "stub.lightroom"
local workplace = require "stub.workplace"

describe("The client", function()
  local folder, http, told, cancelled

  before_each(function()
    folder, told, cancelled = workplace.new(), {}, false
    http = answers.http(function(path)
      return { rating = 4, why = path }
    end)
    lightroom.start({ temp = folder, http = http })
  end)

  after_each(function()
    workplace.remove(folder)
  end)

  local function client_of(given)
    local settings = require("Settings").read(given or {})
    return require("Client").new(require "Lightroom", settings, workplace.program(folder))
  end

  local hear = {
    is_cancelled = function()
      return cancelled
    end,
    progress = function(done, total, words)
      told[#told + 1] = { done, total, words }
    end,
  }

  local function with_daemon()
    return client_of({ state_file = answers.state_file(folder) })
  end

  local function paths_of(count, name)
    local paths = {}
    for index = 1, count do
      paths[index] = "/photos/" .. (name or "photo") .. "-" .. index .. ".jpg"
    end
    return paths
  end

  local function ask_all(client, verb, paths, take)
    local taken, problem = {}, nil
    lightroom.run(function()
      problem = client:ask_all(verb, paths, {}, hear, take or function(results)
        for _, result in ipairs(results) do
          taken[#taken + 1] = result
        end
      end)
    end)
    return taken, problem
  end

  it("asks the daemon in parts, and answers in order", function()
    local paths = paths_of(100)
    local taken, problem = ask_all(with_daemon(), "rate", paths)
    assert.is_nil(problem)
    assert.are.equal(100, #taken)
    for index, result in ipairs(taken) do
      assert.are.equal(paths[index], result.path)
    end
    assert.is_true(#http.asked > 1)
    assert.are.equal(100, told[#told][1])
  end)

  it("asks for picks at once, since frames are compared", function()
    ask_all(with_daemon(), "pick", paths_of(300))
    assert.are.equal(1, #http.asked)
  end)

  it("asks the program at once where there is no daemon", function()
    local taken, problem = ask_all(client_of({ state_file = folder .. "/none.json" }), "rate", paths_of(40))
    assert.is_nil(problem)
    assert.are.equal(40, #taken)
    assert.are.equal("by the program", taken[1].why)
    assert.are.equal(0, #http.asked)
  end)

  it("leaves no files behind", function()
    ask_all(client_of({ state_file = folder .. "/none.json" }), "rate", paths_of(3))
    assert.are.same({ "Jim's Prögram" }, workplace.names(folder))
  end)

  it("goes on with the program where the daemon goes in mid-run", function()
    http.gone_after = 2
    local taken, problem = ask_all(with_daemon(), "rate", paths_of(100))
    assert.is_nil(problem)
    assert.are.equal(100, #taken)
    assert.are_not.equal("by the program", taken[1].why)
    assert.are.equal("by the program", taken[100].why)
  end)

  it("goes on with the program where the daemon may not read these folders", function()
    http.instead = function()
      return '{"error":{"kind":"refused","message":"/photos is in no folder that this server may read"}}', { status = 403 }
    end
    local taken, problem = ask_all(with_daemon(), "rate", paths_of(5))
    assert.is_nil(problem)
    assert.are.equal("by the program", taken[1].why)
  end)

  it("asks a daemon that has come back elsewhere", function()
    local client, asked = with_daemon(), 0
    http.instead = function(request)
      asked = asked + 1
      if asked == 1 then
        local file = io.open(folder .. "/state-of-a-daemon.json", "w")
        file:write('{"schema": "assist.server/1", "port": 4343, "token": "another"}')
        file:close()
        return nil, {}
      end
      return answers.reply(request.verb, { answers.result(request.paths[1], { why = "by the new one" }) }), { status = 200 }
    end
    local taken = ask_all(client, "rate", paths_of(1))
    assert.are.equal("by the new one", taken[1].why)
  end)

  it("waits for a daemon that has too much to do", function()
    local asked = 0
    http.instead = function(request)
      asked = asked + 1
      if asked < 3 then
        return '{"error":{"kind":"refused","message":"too many requests; wait a second"}}', { status = 429 }
      end
      return answers.reply(request.verb, { answers.result(request.paths[1], { why = "now" }) }), { status = 200 }
    end
    assert.are.equal("now", ask_all(with_daemon(), "rate", paths_of(1))[1].why)
  end)

  it("says what the daemon says where a network is missing, and asks nobody else", function()
    http.instead = function(request)
      local error = { kind = "run", message = "no weights are here", hint = "assist weights list" }
      return answers.reply(request.verb, {}, { error = error }), { status = 200 }
    end
    local _, problem = ask_all(with_daemon(), "rate", paths_of(5))
    assert.are.equal("no weights are here", problem.message)
    assert.are.equal(1, #http.asked)
  end)

  it("ends on a reply of another version", function()
    http.instead = function(request)
      return answers.reply(request.verb, {}, { schema = "assist.plug/2" }), { status = 200 }
    end
    local taken, problem = ask_all(with_daemon(), "rate", paths_of(5))
    assert.are.equal("version", problem.kind)
    assert.are.equal(0, #taken)
  end)

  it("says what to do where the program is not there, or dies", function()
    local none = client_of({ state_file = folder .. "/none.json" })
    none.program = "/nowhere/assist"
    local _, missing = ask_all(none, "rate", paths_of(1))
    assert.are.equal("program", missing.kind)
    assert.truthy(missing.hint:find("Plug-in Manager", 1, true))
    local _, died = ask_all(client_of({ state_file = folder .. "/none.json" }), "rate", paths_of(1, "dies"))
    assert.truthy(died.message:find("768"))
  end)

  it("stops between two parts when it is cancelled", function()
    local parts = 0
    local _, problem = ask_all(with_daemon(), "rate", paths_of(100), function()
      parts = parts + 1
      cancelled = parts == 2
    end)
    assert.are.equal("cancelled", problem.kind)
    assert.are.equal(2, parts)
  end)

  it("tells the program to stop by its cancel file", function()
    local client, taken = client_of({ state_file = folder .. "/none.json" }), 0
    local problem
    lightroom.run(function()
      import("LrTasks").startAsyncTask(function()
        import("LrTasks").sleep(5)
        cancelled = true
      end)
      problem = client:ask_all("rate", paths_of(1, "slow"), {}, hear, function()
        taken = taken + 1
      end)
    end)
    assert.are.equal("cancelled", problem.kind)
    assert.are.equal(0, taken)
  end)

  it("tells the daemon to stop, and shows how far it is", function()
    local client, problem = with_daemon(), nil
    http.instead = function(request)
      while #http.cancelled == 0 do
        cancelled = #told > 0
        coroutine.yield()
      end
      return answers.reply(request.verb, {}, { cancelled = true }), { status = 200 }
    end
    lightroom.run(function()
      problem = client:ask_all("pick", paths_of(2), {}, hear, function() end)
    end)
    assert.are.equal("cancelled", problem.kind)
    assert.are.same({ 1, 2, "1 of 2 looked at" }, told[1])
    assert.truthy(http.cancelled[1]:find('"job":"lightroom-', 1, true))
  end)

  it("listens no longer where Lightroom itself fails in mid-question", function()
    http.instead = function()
      error("the network is switched off")
    end
    assert.has_error(function()
      ask_all(with_daemon(), "rate", paths_of(1))
    end, "the network is switched off")
    local before = #told
    lightroom.run()
    assert.is_true(#told <= before + 1)
  end)

  it("refuses to compare more photos than one question holds", function()
    local _, problem = ask_all(with_daemon(), "pick", paths_of(50001))
    assert.are.equal("request", problem.kind)
    assert.are.equal(0, #http.asked)
  end)

  it("asks about a library of 60,000 in parts that a question holds", function()
    local client, largest = client_of({ state_file = folder .. "/none.json" }), {}
    client.ask = function(_, _, paths)
      largest[#largest + 1] = #paths
      return paths
    end
    ask_all(client, "rate", paths_of(60000))
    assert.are.same({ 50000, 10000 }, largest)
  end)
end)

describe("Batches", function()
  local Batches = require "Batches"

  it("grow while answers are quick, shrink where they are slow, within limits", function()
    assert.are.equal(32, Batches.next_size(16, 0.2))
    assert.are.equal(16, Batches.next_size(16, 3))
    assert.are.equal(8, Batches.next_size(16, 9))
    assert.are.equal(500, Batches.next_size(400, 0))
    assert.are.equal(4, Batches.next_size(4, 60))
  end)
end)
