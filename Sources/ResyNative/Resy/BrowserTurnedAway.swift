package import ResyDomain

/// A browser met what the next one would meet as well, so that it is no use to start another soon.
package struct BrowserTurnedAway: Error, Sendable, Equatable {
    package var cause: Breaker.Cause
    /// For the one who signs in.
    package var error: ResyError

    package init(_ cause: Breaker.Cause, _ error: ResyError) {
        self.cause = cause
        self.error = error
    }
}

extension Breaker.Stop {
    /// Of a sign-in that ended so in a browser: what a person can do now, and when it is tried again without one.
    func explainedOfBrowser(url: String?) -> ResyError {
        let (code, advice): (ResyError.Code, [SignInAdvice]) =
            switch cause {
            case .captcha: (.captcha, [.finishInWindow(also: nil), .endTheWait(atItsRisk: false)])
            case .code: (.captcha, [.finishInWindow(also: .codeFromTheStart), .endTheWait(atItsRisk: false)])
            case .blocked:
                (
                    .signInBlocked,
                    [.passwordUnseen, .finishInWindow(also: .homeConnection), .endTheWait(atItsRisk: false)]
                )
            case .rateLimited: (.rateLimited, [.askingSoonerLocks, .endTheWait(atItsRisk: true)])
            }
        return ResyError(
            code, .service(.stopped(self)), advice: advice.map { .signIn($0) }, url: url, retryAt: until)
    }
}
