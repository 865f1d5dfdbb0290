-- LrTasks, as coroutines: what waits in Lightroom yields here, so that a plain pcall around it fails as it does there.
local socket = require "socket"

local tasks = { waiting = {} }

local function is_task()
  return coroutine.running() ~= nil
end

-- Whatever takes its time in Lightroom calls this first.
function tasks.pause(name)
  if not is_task() then
    error(name .. " must be called from within a task", 3)
  end
  coroutine.yield()
end

-- As `pause`, of a task that only waits: where all of them do, the machine may rest.
function tasks.idle(name)
  tasks.waits = tasks.waits + 1
  tasks.pause(name)
end

-- Runs `work` in a coroutine of its own and hands its yields on: an error can be caught although it waits.
function tasks.guarded(work, ...)
  local inner = coroutine.create(work)
  local said = { coroutine.resume(inner, ...) }
  while said[1] and coroutine.status(inner) ~= "dead" do
    coroutine.yield()
    said = { coroutine.resume(inner) }
  end
  return unpack(said, 1, 9)
end

tasks.LrTasks = {
  startAsyncTask = function(work)
    table.insert(tasks.waiting, coroutine.create(work))
  end,
  pcall = tasks.guarded,
  yield = function()
    tasks.pause("LrTasks.yield")
  end,
  sleep = function(seconds)
    assert(type(seconds) == "number", "LrTasks.sleep wants seconds")
    local ends = socket.gettime() + seconds * tasks.pace
    repeat
      tasks.idle("LrTasks.sleep")
    until socket.gettime() >= ends
  end,
  -- As on macOS: the exit status times 256. Other tasks go on meanwhile.
  execute = function(line)
    local done = os.tmpname()
    os.remove(done)
    os.execute("( (" .. line .. ") >/dev/null 2>&1; echo $? > " .. done .. ".part; mv " .. done .. ".part " .. done .. " ) &")
    local file
    repeat
      tasks.idle("LrTasks.execute")
      file = io.open(done)
    until file
    local status = tonumber(file:read("*l"))
    file:close()
    os.remove(done)
    return status * 256
  end,
}

function tasks.reset()
  tasks.waiting, tasks.waits, tasks.pace = {}, 0, 0.01
end

-- Runs all tasks to their end, in turns; the first error of any comes out here.
function tasks.run(work)
  if work then
    tasks.LrTasks.startAsyncTask(work)
  end
  while #tasks.waiting > 0 do
    local now = tasks.waiting
    tasks.waiting, tasks.waits = {}, 0
    for _, task in ipairs(now) do
      local fine, trouble = coroutine.resume(task)
      if not fine then
        error(trouble, 0)
      end
      if coroutine.status(task) ~= "dead" then
        table.insert(tasks.waiting, task)
      end
    end
    if tasks.waits >= #now then
      socket.sleep(0.001)
    end
  end
end

return tasks
