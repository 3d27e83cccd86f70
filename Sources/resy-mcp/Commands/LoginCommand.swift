internal import ArgumentParser
internal import ResyDomain
internal import ResyNative

/// `resy-mcp login`: the way that keeps the password out of a chat.
struct LoginCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Sign in to Resy and keep the sign-in, encrypted, on this machine.",
        usage: """
            resy-mcp login [--email <address>] [--password-stdin] [--browser]
            resy-mcp login --headed | --phone <number> | --token-stdin
            """,
        discussion: """
            Asks for e-mail and password; what you type for the password is not shown. It is never taken as an \
            argument, where other programs could read it. RESY_EMAIL and RESY_PASSWORD are used where they are set.

            Where Resy does not let programs sign in, --headed opens a browser window in which you do it yourself, \
            within five minutes. --phone asks for the code that Resy sends, at the terminal or from standard input.

            Examples:
              resy-mcp login
              pass resy | resy-mcp login --email you@example.com --password-stdin
              resy-mcp login --phone "+1 212 555 0100"

            Exit status: 0 signed in, 1 not.
            """ + SettingsHelp.pointer)

    @Option(help: ArgumentHelp("E-mail address of the Resy account.", valueName: "address"))
    var email: String?

    @Flag(help: "Read the password from standard input.")
    var passwordStdin = false

    @Flag(help: "Read a token from standard input: x-resy-auth-token, as a signed-in browser sends it.")
    var tokenStdin = false

    @Flag(help: "Sign in through a browser, which works unseen.")
    var browser = false

    @Flag(help: "Sign in through a browser whose window you see and use.")
    var headed = false

    @Option(
        help: ArgumentHelp(
            "Sign in by a code sent to this number, with its country's code.", valueName: "number"))
    var phone: String?

    @OptionGroup(title: "Settings", visibility: Options.visibility) var options: Options

    func validate() throws {
        let ways = [
            (tokenStdin, "--token-stdin"), (browser || headed, headed ? "--headed" : "--browser"),
            (phone != nil, "--phone"),
        ].filter(\.0).map(\.1)
        guard ways.count < 2 else {
            throw ValidationError("Give one of \(ways.joined(separator: " and ")): each is a way of its own.")
        }
        if passwordStdin && tokenStdin { throw ValidationError("Give --password-stdin or --token-stdin, not both.") }
        if passwordStdin && phone != nil {
            throw ValidationError("--phone needs no password: leave out --password-stdin.")
        }
        if tokenStdin && email != nil {
            throw ValidationError("--token-stdin needs no --email: Resy says whose token it is.")
        }
        if let email = Given.optional(email), !LoginCommand.isAddress(email) {
            throw ValidationError("--email \(RPCError.quoted(email)) is not an address such as you@example.com.")
        }
        if let phone, PhoneNumber(phone) == nil {
            throw ValidationError(
                "--phone \(RPCError.quoted(phone)) is not a number with its country's code; write it like "
                    + "\"+1 212 555 0100\".")
        }
    }

    func run() throws {
        let errand = try Errand(options)
        errand.leave {
            do {
                if let number = phone.flatMap({ PhoneNumber($0) }) { return try signIn(by: number, errand) }
                if headed { return try signInHeaded(errand) }
                return try tokenStdin ? adopt(errand) : signIn(errand)
            } catch let error as ResyError where error.code != .badRequest {
                errand.terminal.complain(error, link: errand.link)
                offerOtherWays(after: error.code, errand)
                return .failed
            }
        }
    }

    private func adopt(_ errand: Errand) throws -> ExitStatus {
        let terminal = errand.terminal
        let text = terminal.isInteractive ? terminal.askSecret("Token: ")?.reveal() : terminal.line()
        guard let text = text?.trimmed, !text.isEmpty else {
            terminal.tell("resy-mcp: No token came on standard input.")
            return .usage
        }
        let resy = makeResy(errand.settings, redactor: errand.redactor)
        let token = Secret(text)
        let outcome = try errand.wait { try await resy.adopt(token: token, context: $0) }
        terminal.answer(LoginCommand.text(outcome))
        terminal.tell("No password is stored: when the token ends, sign in again.")
        return .done
    }

    private func signIn(_ errand: Errand) throws -> ExitStatus {
        let terminal = errand.terminal
        guard let email = try address(errand) else { return .usage }
        guard let password = try password(errand) else { return .usage }
        let resy = makeResy(errand.settings, redactor: errand.redactor)
        let isBrowser = browser
        let outcome = try errand.wait { context in
            guard isBrowser else {
                return try await resy.storeCredentials(
                    email: email, password: password, isByHand: true, context: context)
            }
            return try await resy.signIn(
                throughBrowser: BrowserLogin(email: email, password: password), context: context)
        }
        terminal.answer(LoginCommand.text(outcome))
        if let obstacle = outcome.obstacle { offerOtherWays(after: obstacle, errand) }
        return outcome.isVerified ? .done : .failed
    }

    /// Whatever is known is filled in; the person types the rest in the window.
    private func signInHeaded(_ errand: Errand) throws -> ExitStatus {
        let resy = makeResy(errand.settings, redactor: errand.redactor)
        let stored = try? resy.credentials.get(AuthManager.platform)
        var login = BrowserLogin(
            email: Given.optional(email) ?? errand.settings.email ?? stored?.email, password: nil, isHeaded: true)
        if passwordStdin {
            guard let password = try password(errand) else { return .usage }
            login.password = password
        } else if let email = login.email {
            login.password = email == errand.settings.email ? errand.settings.password : nil
            if login.password == nil, email == stored?.email { login.password = stored?.password }
        }
        try resy.findBrowser()
        errand.terminal.tell("A browser window opens: sign in there. Ctrl-C gives up.")
        let ready = login
        let outcome = try errand.wait(patience: Errand.personsPatience) {
            try await resy.signIn(throughBrowser: ready, context: $0)
        }
        errand.terminal.answer(LoginCommand.text(outcome))
        return .done
    }
}
