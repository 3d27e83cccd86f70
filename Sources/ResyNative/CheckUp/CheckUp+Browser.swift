internal import ResyDomain

extension CheckUp {
    /// Names the browser that a sign-in would use, and starts it: only that proves that it would.
    func browser() async -> Line {
        do {
            return .fine(
                .browser,
                .browserStarts(try await checkBrowser(BrowserOptions(settings: settings), clock: clock)))
        } catch let error as ResyError {
            return Line(
                level: .doubtful, what: .browser, result: error.finding,
                mend: error.advice + [.checkUp(.browserIsForSignIn)])
        } catch {
            return .doubtful(.browser, .browserUnseen, .runAgain)
        }
    }
}
