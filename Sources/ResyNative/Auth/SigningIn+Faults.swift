internal import ResyDomain

extension ResyError {
    /// A browser that did not get to Resy's own word adds nothing to what kept the API away.
    func inBrowser(after turnedAway: ResyError) -> ResyError {
        guard [.network, .schemaChanged, .resyError, .signInBlocked].contains(code) else { return self }
        if turnedAway.finding == .service(.codeWanted) { return turnedAway }
        var whole = self
        whole.code = turnedAway.code == .blocked ? .signInBlocked : turnedAway.code
        whole.finding = .signIn(.browserFailedToo(finding))
        return whole
    }
}

extension APIFailure {
    /// What only a person can give.
    var wanted: Breaker.Cause? {
        switch self {
        case .captcha: .captcha
        case .codeWanted: .code
        default: nil
        }
    }

    var asSignInFailure: SignInFlow.Failure {
        switch self {
        case .wrongPassword, .signedOut: .refused
        case .wrongKey: .wrongKey
        case .blocked: .blocked
        case .captcha, .codeWanted: .captcha
        case .rateLimited: .rateLimited
        case .stopped(let stop): stop.cause == .blocked ? .blocked : .rateLimited
        default: .noAnswer
        }
    }
}
