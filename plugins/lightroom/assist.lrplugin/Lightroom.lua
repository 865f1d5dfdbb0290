-- The part of Lightroom that questions need, as one table: the only import of these rooms, so that they run without Lightroom.
local LrDate = import "LrDate"
local LrFileUtils = import "LrFileUtils"
local LrHttp = import "LrHttp"
local LrPathUtils = import "LrPathUtils"
local LrTasks = import "LrTasks"

return {
  http = LrHttp,
  tasks = LrTasks,
  files = LrFileUtils,
  paths = LrPathUtils,
  windows = WIN_ENV == true,
  getenv = os.getenv,
  clock = LrDate.currentTime,
}
