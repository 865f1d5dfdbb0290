local answers = require "stub.answers"
local lightroom = require "stub.lightroom"
local workplace = require "stub.workplace"

describe("The menu", function()
  local catalog, folder, http, judge

  before_each(function()
    folder = workplace.new()
    judge = function()
      return { rating = 4, score = 71.3, why = "The eyes are sharp." }
    end
    http = answers.http(function(path, verb)
      return judge(path, verb)
    end)
    local prefs = { state_file = answers.state_file(folder), program = workplace.program(folder) }
    catalog = lightroom.start({ temp = folder, http = http, prefs = prefs })
  end)

  after_each(function()
    workplace.remove(folder)
  end)

  local function message(index)
    return lightroom.messages[index or #lightroom.messages]
  end

  it("rates what is selected, and says so", function()
    local photo = catalog:add("/photos/Grün/a b.jpg")
    lightroom.choose("Rate")
    assert.are.equal(4, photo.raw.rating)
    assert.are.equal("photo-assist is done", message().title)
    assert.truthy(message().text:find("1 photo rated", 1, true))
    assert.is_true(lightroom.scopes[1].is_done)
    assert.are.equal(0, #lightroom.questions)
  end)

  it("sends each file once, marks its virtual copies too, and leaves videos out", function()
    local master = catalog:add("/photos/a.jpg")
    local copy = catalog:add("/photos/a.jpg", { isVirtualCopy = true })
    catalog:add("/photos/b.mov", { isVideo = true })
    lightroom.choose("Rate")
    assert.are.same({ "/photos/a.jpg" }, { unpack(http.asked[1].paths) })
    assert.are.same({ 4, 4 }, { master.raw.rating, copy.raw.rating })
    assert.truthy(message().text:find("1 videos were left out", 1, true))
  end)

  it("suggests picks: flags, labels, decisions", function()
    local photo = catalog:add("/photos/a.jpg")
    judge = function()
      return { pick = 1, label = "green", decision = "keeper", score = 80, why = "Best of three." }
    end
    lightroom.choose("SuggestPicks")
    assert.are.same(
      { 1, "green", "keeper" },
      { photo.raw.pickStatus, photo.raw.colorNameForLabel, photo.properties.decision }
    )
    assert.is_false(http.asked[1].options.reject_flags)
  end)

  it("suggests crops", function()
    local photo = catalog:add("/photos/a.jpg")
    judge = function()
      local Json = require "Json"
      local crop = { box = Json.array({ 0.1, 0.1, 0.9, 0.9 }), turn_deg = 0, aspect = "free" }
      return { crop = crop, orientation = 1, size_px = Json.array({ 3, 2 }), why = "Less sky." }
    end
    lightroom.choose("SuggestCrops")
    assert.are.equal(0.1, photo.develop.CropLeft)
    assert.truthy(message().text:find("1 photo cropped", 1, true))
  end)

  it("explains without changing anything", function()
    local photo = catalog:add("/photos/a.jpg")
    lightroom.choose("Explain")
    assert.truthy(message().text:find("The eyes are sharp.", 1, true))
    assert.is_nil(photo.raw.rating)
    assert.are.equal(0, #catalog.accesses)
  end)

  it("keeps what a person set, asks, and keeps it again by default", function()
    local photo = catalog:add("/photos/a.jpg", { rating = 1 })
    lightroom.choose("Rate")
    assert.are.equal(1, photo.raw.rating)
    assert.are.equal("1 photo keeps what you set yourself", lightroom.questions[1].title)
    assert.are.same({ "Keep mine", "Cancel", "Replace mine" }, {
      lightroom.questions[1].action,
      lightroom.questions[1].cancel,
      lightroom.questions[1].other,
    })
  end)

  it("replaces what a person set when told to, and takes that back", function()
    local photo = catalog:add("/photos/a.jpg", { rating = 1 })
    lightroom.reply = "other"
    lightroom.choose("Rate")
    assert.are.equal(4, photo.raw.rating)
    lightroom.choose("TakeBackLastRun")
    assert.are.equal(1, photo.raw.rating)
    assert.is_nil(photo.properties.score)
    assert.are.equal("Taken back", message().title)
  end)

  it("takes nothing back where nothing was done", function()
    lightroom.choose("TakeBackLastRun")
    assert.are.equal("There is nothing to take back", message().title)
  end)

  it("names photos that could not be judged, and marks the others", function()
    local gone, here = catalog:add("/Volumes/Card/a.jpg"), catalog:add("/photos/b.jpg")
    judge = function(path)
      if path:match("^/Volumes") then
        return { error = { kind = "missing", message = "it is not there", hint = "is its disk connected?" } }
      end
      return { rating = 3 }
    end
    lightroom.choose("Rate")
    assert.is_nil(gone.raw.rating)
    assert.are.equal(3, here.raw.rating)
    assert.truthy(message().text:find("a.jpg: it is not there (is its disk connected?)", 1, true))
  end)

  it("shows some and counts the rest of many that could not be judged", function()
    for index = 1, 40 do
      catalog:add("/Volumes/Card/" .. index .. ".jpg")
    end
    judge = function()
      return { error = { kind = "missing", message = "it is not there", hint = "" } }
    end
    lightroom.choose("Rate")
    assert.truthy(message().text:find("40 photos could not be judged", 1, true))
    assert.truthy(message().text:find("and 35 more", 1, true))
  end)

  it("says in plain words that versions differ, and changes nothing", function()
    local photo = catalog:add("/photos/a.jpg")
    http.instead = function(request)
      return answers.reply(request.verb, {}, { schema = "assist.plug/9" }), { status = 200 }
    end
    lightroom.choose("Rate")
    assert.are.equal("photo-assist could not go on", message().title)
    assert.are.equal("critical", message().kind)
    assert.truthy(message().text:find("one version", 1, true))
    assert.is_nil(photo.raw.rating)
  end)

  it("keeps whole batches where it ends early, and finishes when it is run again", function()
    for index = 1, 450 do
      catalog:add("/photos/" .. index .. ".jpg")
    end
    catalog.busy_from = 3
    lightroom.choose("Rate")
    local function rated()
      local count = 0
      for _, photo in ipairs(catalog.photos) do
        count = count + (photo.raw.rating == 4 and 1 or 0)
      end
      return count
    end
    local so_far = rated()
    assert.is_true(so_far > 0 and so_far < 450)
    assert.truthy(message().text:find("can be repeated", 1, true))
    catalog.busy_from = nil
    lightroom.choose("Rate")
    assert.are.equal(450, rated())
  end)

  it("stops when the progress bar is cancelled, and says what is done", function()
    for index = 1, 100 do
      catalog:add("/photos/" .. index .. ".jpg")
    end
    lightroom.cancel_after = 1
    lightroom.choose("Rate")
    assert.are.equal("photo-assist was stopped", message().title)
    assert.are.equal("info", message().kind)
    assert.truthy(message().text:find("16 photos rated", 1, true))
  end)

  it("tells what Lightroom refuses, instead of dying of it", function()
    local photo = catalog:add("/photos/a.jpg")
    photo.setRawMetadata = function()
      error("this photo is locked")
    end
    lightroom.choose("Rate")
    assert.truthy(message().text:find("this photo is locked", 1, true))
    assert.is_nil(photo.properties.score)
  end)

  -- All 50,000 take a minute: the heavy test sets that number.
  it("rates a whole library in batches, and takes them back", function()
    local many = tonumber(os.getenv("ASSIST_TEST_LIBRARY") or "1500")
    for index = 1, many do
      catalog:add("/photos/" .. index .. ".jpg")
    end
    lightroom.choose("Rate")
    assert.truthy(message().text:find(many .. " photos rated", 1, true))
    for _, access in ipairs(catalog.accesses) do
      assert.is_true(access.changes <= 200 * 6 + 1)
    end
    lightroom.choose("TakeBackLastRun")
    assert.is_nil(catalog.photos[1].raw.rating)
    assert.is_nil(catalog.photos[many].properties.ledger)
  end)

  it("adds smart collections, once", function()
    lightroom.choose("AddSmartCollections")
    lightroom.choose("AddSmartCollections")
    assert.is_not_nil(catalog.collections["Collection/photo-assist/Keep"])
    assert.is_not_nil(catalog.collections["Collection/photo-assist/Not rated yet"])
    assert.are.equal("Smart collections added", message().title)
  end)
end)
