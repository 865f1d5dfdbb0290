-- LrHttp over a real socket: HTTP/1.1, one request a connection.
local socket = require "socket"
local tasks = require "stub.tasks"

local http = {}

local function request_text(host, port, path, method, headers, body)
  local lines, has_type = { method .. " " .. path .. " HTTP/1.1", "Host: " .. host .. ":" .. port, "Connection: close" }, false
  for _, header in ipairs(headers or {}) do
    assert(type(header.field) == "string" and type(header.value) == "string", "a header is {field=, value=}")
    has_type = has_type or header.field:lower() == "content-type"
    lines[#lines + 1] = header.field .. ": " .. header.value
  end
  if not has_type then
    lines[#lines + 1] = "Content-Type: text/plain"
  end
  lines[#lines + 1] = "Content-Length: " .. #body
  return table.concat(lines, "\r\n") .. "\r\n\r\n" .. body
end

-- All that comes until the other side closes; other tasks go on meanwhile, as in Lightroom.
local function received(connection, ends)
  local parts = {}
  connection:settimeout(0)
  repeat
    local text, trouble, part = connection:receive(65536)
    parts[#parts + 1] = text or part
    if trouble == "timeout" then
      tasks.idle("LrHttp.post")
    end
  until trouble == "closed" or socket.gettime() > ends
  return table.concat(parts)
end

local function answer(connection, timeout_s)
  local text = received(connection, socket.gettime() + timeout_s)
  local status, body = text:match("^HTTP/1%.%d (%d+).-\r\n\r\n(.*)$")
  if not status then
    return nil, { error = { errorCode = "badServerResponse", name = "nobody answered" } }
  end
  return body, { status = tonumber(status) }
end

http.LrHttp = {
  post = function(url, body, headers, method, timeout)
    tasks.pause("LrHttp.post")
    assert(type(body) == "string", "LrHttp.post wants a text to send")
    assert(timeout == nil or type(timeout) == "number", "LrHttp.post wants seconds")
    local host, port, path = url:match("^http://([%w.]+):(%d+)(/.*)$")
    assert(host, "LrHttp.post wants an address: " .. tostring(url))
    local connection = socket.tcp()
    connection:settimeout(timeout or 60)
    if not connection:connect(host, tonumber(port)) then
      return nil, { error = { errorCode = "cannotConnectToHost", name = "nobody listens" } }
    end
    connection:send(request_text(host, port, path, method or "POST", headers, body))
    local text, info = answer(connection, timeout or 60)
    connection:close()
    return text, info
  end,
}

return http
