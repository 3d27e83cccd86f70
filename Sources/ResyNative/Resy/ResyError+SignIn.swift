internal import ResyDomain

extension ResyError {
    static let notSignedIn = ResyError(.notSignedIn, .signIn(.nobody), advice: [.signIn(.signIn)])

    static let tokenRanOut = ResyError(.notSignedIn, .signIn(.tokenRanOut), advice: [.signIn(.signInAnew)])

    static let refusedYoungToken = ResyError(
        .signInFailed, .signIn(.youngTokenRefused), advice: [.signIn(.waitForYoungToken)])
}

extension ResyError {
    static let notAToken = ResyError(.badRequest, .signIn(.notAToken), advice: [.signIn(.copyToken)])

    static let staleToken = ResyError(.signInFailed, .signIn(.staleToken), advice: [.signIn(.copyFreshToken)])

    static let refusedToken = ResyError(
        .signInFailed, .signIn(.refusedToken), advice: [.signIn(.copyFreshTokenWithoutKey)])

    /// Resy's own site was once seen to cut passwords there.
    private static let longestKnownPassword = 25

    /// What was typed was refused. Nothing was stored.
    static func wrongPassword(length: Int) -> ResyError {
        let longest = longestKnownPassword
        return ResyError(
            .signInFailed, .signIn(.wrongPassword(cutAt: length > longest ? longest : nil)),
            advice: [.signIn(.checkPassword)])
    }

    /// The account itself is refused, such as one that is deactivated. Nothing was stored.
    static func signInRefused(status: Int, message: String?) -> ResyError {
        ResyError(
            .signInFailed, .signIn(.refused(status: status, message: message)), advice: [.signIn(.checkAccount)])
    }

    /// Resy never got to judge the password.
    var couldNotAsk: Bool {
        [.signInBlocked, .network, .blocked, .resyError, .rateLimited, .captcha, .schemaChanged].contains(code)
    }
}

extension ResyError {
    static let numberUnknown = ResyError(.signInFailed, .signIn(.numberUnknown), advice: [.signIn(.checkNumber)])

    static let strangeChallenge = ResyError(
        .signInFailed, .signIn(.strangeChallenge), advice: [.signIn(.answerInWindow)])

    /// The e-mail is not the one of the account with this number.
    static let wrongEmail = ResyError(
        .signInFailed, .signIn(.wrongEmail), advice: [.signIn(.startAgainWithAddress)])

    /// Codes go out at Resy's own pace.
    static func tooManyCodes(retryAt: Instant?) -> ResyError {
        ResyError(.rateLimited, .signIn(.noMoreCodes), advice: [.signIn(.waitForCodes)], retryAt: retryAt)
    }
}
