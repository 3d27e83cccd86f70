/// Why a sign-in through a browser did not work, and what to do, in a diner's words.
enum SignInTrouble {
    private static let byHand =
        "Run `resy-mcp login --headed` in a terminal with a screen: it opens the same page in a window where you can "
        + "finish it. Or sign in at resy.com and hand over the token with `resy-mcp login --token-stdin`"

    static func ended(_ ending: SignInWalk.Ending, _ settings: Settings, _ sight: PageSight) -> any Error {
        switch ending {
        case .blocked: blocked(status: nil, settings)
        case .noAnswer: noAnswer(settings)
        case .refused(let words): refused(words, settings)
        case .obstacle(let obstacle, let stage): self.obstacle(obstacle, settings, stage, sight)
        }
    }

    static func obstacle(
        _ obstacle: SignInWalk.Obstacle, _ settings: Settings, _ stage: SignInWalk.Stage, _ sight: PageSight?
    ) -> any Error {
        switch obstacle {
        case .captcha:
            BrowserTurnedAway(
                .captcha,
                ResyError(
                    .captcha,
                    "Resy wants a captcha solved before it lets this sign-in through; only a person can do that.",
                    hint: "\(byHand).", url: settings.webURL))
        case .code:
            BrowserTurnedAway(
                .code,
                ResyError(
                    .captcha, "Resy wants a verification code that it sent to the account's phone or e-mail.",
                    hint: "\(byHand); `resy-mcp login --phone NUMBER` signs in with a code from the start.",
                    url: settings.webURL))
        case .credentials, .unknownPage:
            ResyError(
                .schemaChanged,
                "Resy's sign-in page was not understood while \(stage.rawValue). Seen: \(sight?.summary ?? "nothing").",
                hint: "The page may have changed: update resy-mcp. \(byHand).", url: settings.webURL)
        }
    }

    static func blocked(status: Int?, _ settings: Settings) -> BrowserTurnedAway {
        let error = ResyError(
            .signInBlocked,
            "Resy's guard turned away the browser too\(status.map { " (HTTP \($0))" } ?? ""); nobody looked at the "
                + "password.",
            hint: "This is about where the request comes from. Try again in an hour or so, from a home connection "
                + "rather than a server. \(byHand).", url: settings.webURL)
        return BrowserTurnedAway(.blocked, error)
    }

    static func noAnswer(_ settings: Settings) -> ResyError {
        ResyError(
            .network, "The sign-in form was filled in and sent in a browser, and Resy did not answer it.",
            hint: "Try again in a few minutes. \(byHand).", url: settings.webURL)
    }

    static func unanswered(_ reason: String, _ settings: Settings) -> BrowserTurnedAway {
        let error = ResyError(
            .signInBlocked,
            "Resy's answer to the sign-in did not reach the page in the browser (\(CleanText.cut(reason, to: 60))).",
            hint: "A guard in front of Resy does that. Try again in an hour or so. \(byHand).", url: settings.webURL)
        return BrowserTurnedAway(.blocked, error)
    }

    static func timedOut(_ stage: SignInWalk.Stage, _ settings: Settings) -> ResyError {
        ResyError(
            .network, "The sign-in through a browser took too long; it ended while \(stage.rawValue).",
            hint: "Try again; if it happens each time, \(byHand.prefix(1).lowercased() + byHand.dropFirst()).",
            url: settings.webURL)
    }

    /// The page judged it, in words that are the page's.
    static func refused(_ words: String, _ settings: Settings) -> ResyError {
        ResyError(
            .signInFailed,
            "Resy's sign-in page did not take this e-mail and password. It says: \(CleanText.quoted(words, to: 200)).",
            hint: "Check both at resy.com, then sign in again. Nothing was changed here. \(byHand).",
            url: settings.webURL)
    }

    /// Resy judged the form.
    static func refused(_ failure: APIFailure, passwordLength: Int, _ settings: Settings) -> any Error {
        switch failure {
        case .wrongPassword: ResyError.wrongPassword(length: passwordLength)
        case .captcha: obstacle(.captcha, settings, .waiting, nil)
        case .codeWanted: obstacle(.code, settings, .waiting, nil)
        case .blocked(let status): blocked(status: status, settings)
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
