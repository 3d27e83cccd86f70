package import ResyDomain

/// A browser met what the next one would meet as well, so that it is no use to start another soon.
package struct BrowserTurnedAway: Error, Sendable, Equatable {
    package var cause: Breaker.Cause
    /// In words for the one who signs in.
    package var error: ResyError

    package init(_ cause: Breaker.Cause, _ error: ResyError) {
        self.cause = cause
        self.error = error
    }
}

extension Breaker.Stop {
    /// Of a sign-in that ended so in a browser: what a person can do now, and when it is tried again without one.
    func explainedOfBrowser(url: String?) -> ResyError {
        let window =
            "Run `resy-mcp login --headed` in a terminal with a screen: it opens the page in a window where you can "
            + "finish it now"
        let resume = "`resy-mcp doctor --resume` ends the wait."
        return switch cause {
        case .captcha:
            ResyError(
                .captcha,
                "Resy wanted a captcha solved before it let a sign-in through; none is tried without a person before "
                    + "\(end).", hint: "\(window). \(resume)", url: url, retryAt: until)
        case .code:
            ResyError(
                .captcha,
                "Resy wanted a verification code before it let a sign-in through; none is tried without a person "
                    + "before \(end).",
                hint: "\(window), or `resy-mcp login --phone NUMBER` to sign in with a code from the start. \(resume)",
                url: url, retryAt: until)
        case .blocked:
            ResyError(
                .signInBlocked,
                "Resy's guard turned away the sign-in by program and the browser too, so neither is tried again before "
                    + "\(end).",
                hint: "Nobody looked at the password. \(window), best from a home connection. \(resume)", url: url,
                retryAt: until)
        case .rateLimited:
            ResyError(
                .rateLimited,
                "Resy asked the browser for fewer sign-ins, so none is tried again before \(end).",
                hint: "Asking sooner could lock the account. `resy-mcp doctor --resume` ends the wait, at its risk.",
                url: url, retryAt: until)
        }
    }
}
