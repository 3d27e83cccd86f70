extension CheckUp {
    /// Names the browser that a sign-in would use, and starts it: only that proves that it would.
    func browser() async -> Finding {
        let what = "browser"
        do {
            return .fine(
                what, try await checkBrowser(BrowserOptions(settings: settings), clock: clock) + ", which starts")
        } catch let error as ResyError {
            return .doubtful(what, error.message, "\(error.hint) Only signing in through a browser needs one.")
        } catch {
            return .doubtful(what, "it was not looked at to the end", "Run `resy-mcp doctor` again.")
        }
    }
}
