local lightroom = require "stub.lightroom"

-- The stub is worth what it refuses.
describe("The stub of Lightroom refuses", function()
  local catalog, photo

  before_each(function()
    catalog = lightroom.start()
    photo = catalog:add("/a.jpg")
  end)

  local function refused(work, words)
    local fine, trouble = pcall(lightroom.run, work)
    assert.is_false(fine)
    assert.truthy(tostring(trouble):find(words, 1, true), tostring(trouble))
  end

  local function writing(work)
    return function()
      catalog:withWriteAccessDo("test", work, { timeout = 1 })
    end
  end

  it("writes outside of write access", function()
    for _, work in ipairs({
      function()
        photo:setRawMetadata("rating", 3)
      end,
      function()
        photo:setPropertyForPlugin(_PLUGIN, "score", "071")
      end,
      function()
        photo:applyDevelopSettings({ CropLeft = 0.1 }, "test", false)
      end,
      function()
        photo:createDevelopSnapshot("test", false)
      end,
      function()
        catalog:createCollectionSet("test", nil, true)
      end,
    }) do
      refused(work, "must be called within withWriteAccessDo")
    end
  end)

  it("unknown keys", function()
    refused(function()
      photo:getRawMetadata("stars")
    end, "Unknown metadata key")
    refused(function()
      catalog:batchGetRawMetadata({ photo }, { "path", "colour" })
    end, "Unknown metadata key")
    refused(function()
      photo:getFormattedMetadata("stars")
    end, "Unknown metadata key")
    refused(writing(function()
      photo:setRawMetadata("pick", 1)
    end), "Unknown metadata key")
    refused(writing(function()
      photo:applyDevelopSettings({ Crop = 1 }, "test", false)
    end), "Wrong develop setting")
    refused(writing(function()
      photo:setPropertyForPlugin(_PLUGIN, "stars", "3")
    end), "declares no field")
  end)

  it("values of a wrong type or out of range", function()
    local wrong = { rating = { "3", 0, 6, 2.5 }, pickStatus = { "1", 2 }, colorNameForLabel = { "Grün", 3 }, label = { 1 } }
    for key, values in pairs(wrong) do
      for _, value in ipairs(values) do
        refused(writing(function()
          photo:setRawMetadata(key, value)
        end), "Wrong value for " .. key)
      end
    end
    refused(writing(function()
      photo:setRawMetadata("pickStatus", nil)
    end), "Wrong value")
    refused(writing(function()
      photo:setPropertyForPlugin(_PLUGIN, "score", 71)
    end), "Wrong value")
    refused(writing(function()
      photo:setPropertyForPlugin(_PLUGIN, "decision", "delete")
    end), "Not a value")
    refused(writing(function()
      photo:applyDevelopSettings({ CropLeft = "0.1" }, "test", false)
    end), "Wrong develop setting")
    refused(writing(function()
      photo:applyDevelopSettings({ CropRight = 1.2 }, "test", false)
    end), "out of range")
  end)

  it("develop settings, networks and commands outside of a task", function()
    for _, work in ipairs({
      function()
        photo:getDevelopSettings()
      end,
      function()
        import("LrHttp").post("http://127.0.0.1:1/", "")
      end,
      function()
        import("LrTasks").execute("true")
      end,
      function()
        catalog:createVirtualCopies("test")
      end,
    }) do
      assert.has_error(work)
    end
  end)

  it("waiting within a plain pcall", function()
    refused(function()
      assert(pcall(function()
        photo:getDevelopSettings()
      end))
    end, "attempt to yield")
  end)

  it("searches within an access, and an access within an access", function()
    refused(function()
      catalog:withReadAccessDo(function()
        catalog:findPhotosWithProperty(_PLUGIN.id, "ledger")
      end)
    end, "waits for ever")
    catalog.reading = nil
    refused(writing(function()
      catalog:getTargetPhotos()
    end), "waits for ever")
    refused(writing(writing(function() end)), "withWriteAccessDo within")
  end)

  it("a collection in a set of the same access", function()
    refused(writing(function()
      local set = catalog:createCollectionSet("set", nil, true)
      catalog:createCollection("collection", set, true)
    end), "before the access that made it has ended")
  end)

  it("half of an access", function()
    refused(writing(function()
      photo:setRawMetadata("rating", 3)
      error("in the middle")
    end), "in the middle")
    assert.is_nil(photo.raw.rating)
  end)

  it("unknown namespaces", function()
    assert.has_error(function()
      import("LrNetwork")
    end)
  end)
end)
