internal import ResyDomain
internal import ResyNative

/// Signing in.
extension Voice {
    func text(_ finding: SignInFinding) -> String {
        switch finding {
        case .nobody: "No Resy account is signed in here."
        case .tokenRanOut: "Resy's token has run out, and nothing is stored that could renew it."
        case .youngTokenRefused: "Resy refuses a token that it gave less than ten minutes ago."
        case .notAToken: "That is not one of Resy's tokens."
        case .staleToken: "This token has run out. Nothing was stored."
        case .refusedToken: "Resy refused this token. Nothing was stored."
        case .wrongPassword(let length): "Resy refused this e-mail and password.\(length.map(cut) ?? "")"
        case .refused(let status, let message):
            "Resy refused the sign-in (HTTP \(status))\(message.map { ": \u{201C}\($0)\u{201D}" } ?? "")."
        case .refusedByPage(let words):
            "Resy's sign-in page did not take this e-mail and password. It says: \(CleanText.quoted(words, to: 200))."
        case .numberUnknown: "Resy did not sign anybody in with this number."
        case .strangeChallenge:
            "Resy asks for more than a code and an e-mail address before it signs this number in."
        case .wrongEmail: "Resy does not take this e-mail address for the account with this number."
        case .noMoreCodes: "Resy sends no further code to this number just now."
        case .tooMany(.failures, let count):
            "\(count) sign-ins in a row did not succeed within 15 minutes; one more could lock the account."
        case .tooMany(.tries, let count):
            "There were \(count) sign-ins within 15 minutes; one more could lock the account."
        case .browserFailedToo(let why):
            "Resy turned away the sign-in by program, and the browser did not get through either. \(text(why))"
        case .programsTurnedAway: "Resy does not let programs sign in from here just now."
        case .busy: "Another resy-mcp is still signing in or writing."
        case .emptyPassword: "The password is empty."
        case .noAddress: "That is not an e-mail address."
        case .captchaWanted:
            "Resy wants a captcha solved before it lets this sign-in through; only a person can do that."
        case .codeWanted: "Resy wants a verification code that it sent to the account's phone or e-mail."
        case .pageUnknown(let stage, let seen):
            "Resy's sign-in page was not understood while \(text(stage)). Seen: \(seen ?? "nothing")."
        case .browserTurnedAway(let status):
            "Resy blocked the browser too\(status.map { " (HTTP \($0))" } ?? ""); the password was not checked."
        case .formUnanswered:
            "The sign-in form was filled in and sent in a browser, and Resy did not answer it."
        case .answerLost(let reason):
            "Resy's answer to the sign-in did not reach the page in the browser (\(reason))."
        case .tookTooLong(let stage):
            "The sign-in through a browser took too long; it ended while \(text(stage))."
        }
    }

    /// Resy's own site was once seen to cut passwords.
    private func cut(at length: Int) -> String {
        " It is longer than \(length) characters: Resy may know only the first \(length) of them."
    }

    private func text(_ stage: SignInStage) -> String {
        switch stage {
        case .opening: "opening the site"
        case .findingForm: "looking for the e-mail and password form"
        case .filling: "filling in the form"
        case .waiting: "waiting for the answer after the form was sent"
        }
    }

    /// A sign-in that was turned away in a browser.
    func text(browserStop cause: Breaker.Cause) -> String {
        switch cause {
        case .captcha:
            "Resy wanted a captcha solved before it let a sign-in through; none is tried without a person."
        case .code:
            "Resy wanted a verification code before it let a sign-in through; none is tried without a person."
        case .blocked: "Resy blocked the sign-in by program and the browser too."
        case .rateLimited: "Resy asked the browser for fewer sign-ins."
        }
    }

    func text(_ remark: SignInRemark) -> String {
        switch remark {
        case .unproved(let why, let advice):
            ([text(why)] + advice.map { text($0) } + [
                "The credentials are stored unverified and tried again when they are needed."
            ]).joined(separator: " ")
        }
    }
}
