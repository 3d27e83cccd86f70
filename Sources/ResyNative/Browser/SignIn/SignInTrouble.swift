internal import ResyDomain

/// Why a sign-in through a browser did not work, and what to do, in a diner's words.
struct SignInTrouble: Sendable {
    let settings: Settings
    /// What it knows is not quoted from a page.
    var redactor = Redactor()

    private static let byHand =
        "Run `resy-mcp login --headed` in a terminal with a screen: it opens the same page in a window where you can "
        + "finish it. Or sign in at resy.com and hand over the token with `resy-mcp login --token-stdin`"

    func ended(_ ending: SignInWalk.Ending, _ sight: PageSight) -> any Error {
        switch ending {
        case .blocked: blocked(status: nil)
        case .noAnswer: noAnswer()
        case .refused(let words): refused(words)
        case .obstacle(let obstacle, let stage): self.obstacle(obstacle, stage, sight)
        }
    }

    func obstacle(
        _ obstacle: SignInWalk.Obstacle, _ stage: SignInWalk.Stage, _ sight: PageSight?
    ) -> any Error {
        switch obstacle {
        case .captcha:
            BrowserTurnedAway(
                .captcha,
                ResyError(
                    .captcha,
                    "Resy wants a captcha solved before it lets this sign-in through; only a person can do that.",
                    hint: "\(Self.byHand).", url: settings.webURL))
        case .code:
            BrowserTurnedAway(
                .code,
                ResyError(
                    .captcha, "Resy wants a verification code that it sent to the account's phone or e-mail.",
                    hint: "\(Self.byHand); `resy-mcp login --phone NUMBER` signs in with a code from the start.",
                    url: settings.webURL))
        case .credentials, .unknownPage:
            ResyError(
                .schemaChanged,
                "Resy's sign-in page was not understood while \(stage.rawValue). Seen: \(sight?.summary(redactor) ?? "nothing").",
                hint: "The page may have changed: update resy-mcp. \(Self.byHand).", url: settings.webURL)
        }
    }

    func blocked(status: Int?) -> BrowserTurnedAway {
        let error = ResyError(
            .signInBlocked,
            "Resy's guard turned away the browser too\(status.map { " (HTTP \($0))" } ?? ""); nobody looked at the "
                + "password.",
            hint: "This is about where the request comes from. Try again later, from a home connection "
                + "rather than a server. \(Self.byHand).", url: settings.webURL)
        return BrowserTurnedAway(.blocked, error)
    }

    func noAnswer() -> ResyError {
        ResyError(
            .network, "The sign-in form was filled in and sent in a browser, and Resy did not answer it.",
            hint: "Try again in a few minutes. \(Self.byHand).", url: settings.webURL)
    }

    func unanswered(_ reason: String) -> BrowserTurnedAway {
        let error = ResyError(
            .signInBlocked,
            "Resy's answer to the sign-in did not reach the page in the browser (\(redactor.cleanLine(reason, to: 60))).",
            hint: "A guard in front of Resy does that. Try again later. \(Self.byHand).",
            url: settings.webURL)
        return BrowserTurnedAway(.blocked, error)
    }

    func timedOut(_ stage: SignInWalk.Stage) -> ResyError {
        ResyError(
            .network, "The sign-in through a browser took too long; it ended while \(stage.rawValue).",
            hint:
                "Try again; if it happens each time, \(Self.byHand.prefix(1).lowercased() + Self.byHand.dropFirst()).",
            url: settings.webURL)
    }

    /// The page judged it, in words that are the page's.
    func refused(_ words: String) -> ResyError {
        ResyError(
            .signInFailed,
            "Resy's sign-in page did not take this e-mail and password. It says: \(CleanText.quoted(redactor.cleanLine(words, to: 200), to: 200)).",
            hint: "Check both at resy.com, then sign in again. Nothing was changed here. \(Self.byHand).",
            url: settings.webURL)
    }

    /// Resy judged the form.
    func refused(_ failure: APIFailure, passwordLength: Int) -> any Error {
        switch failure {
        case .wrongPassword: ResyError.wrongPassword(length: passwordLength)
        case .captcha: obstacle(.captcha, .waiting, nil)
        case .codeWanted: obstacle(.code, .waiting, nil)
        case .blocked(let status, _): blocked(status: status)
        case .rateLimited: BrowserTurnedAway(.rateLimited, failure.explained(url: settings.webURL))
        case .refused(let status, let message): ResyError.signInRefused(status: status, message: message)
        default: failure.explained(url: settings.webURL)
        }
    }
}

extension SignInWalk.Stage {
    /// For the one who waits.
    var spoken: String {
        switch self {
        case .opening: "waiting for the site"
        case .findingForm: "looking for the sign-in form"
        case .filling: "filling in the sign-in form"
        case .waiting: "waiting for Resy's answer"
        }
    }
}

extension SignInWalk.Obstacle {
    /// What the person at the window is asked to do.
    var call: String {
        switch self {
        case .captcha: "Resy wants a captcha solved: please do it in the browser window"
        case .code: "Resy sent a code: please type it into the browser window"
        case .credentials: "Please sign in in the browser window"
        case .unknownPage: "This page is not known here: please go on in the browser window"
        }
    }
}
