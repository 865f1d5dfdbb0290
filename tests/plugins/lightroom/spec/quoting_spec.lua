local Quoting = require "Quoting"

describe("A command line", function()
  it("reaches a program through sh letter for letter", function()
    local hard = { "a b", "it's", '"quoted"', "$HOME `id` \\", "Grün 日本", "*", "", "new\nline", "a;b|c&d" }
    local line = Quoting.command({ "printf", "%s\\0", unpack(hard) }, false)
    local pipe = io.popen(line)
    local said = pipe:read("*a")
    pipe:close()
    assert.are.equal(table.concat(hard, "\0") .. "\0", said)
  end)

  it("is quoted as cmd.exe takes it apart", function()
    local line = Quoting.command({ "C:\\Program Files\\assist.exe", "plug", "C:\\Tom & Jerry\\" }, true)
    assert.are.equal([[""C:\Program Files\assist.exe" "plug" "C:\Tom & Jerry\\""]], line)
  end)

  it("refuses what cmd.exe would change", function()
    for _, argument in ipairs({ 'a"b', "%PATH%", "a\nb", "a\0b" }) do
      local line, unfit = Quoting.command({ "assist", argument }, true)
      assert.is_nil(line)
      assert.are.equal(argument, unfit)
    end
    assert.is_not_nil(Quoting.command({ "assist", "100%" }, true))
  end)

  it("refuses a zero byte everywhere", function()
    assert.is_nil((Quoting.command({ "assist", "a\0b" }, false)))
  end)
end)
