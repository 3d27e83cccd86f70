internal import ArgumentParser
internal import ResyNative

/// `resy-mcp login`: the way that keeps the password out of a chat.
struct LoginCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Sign in to Resy and keep the sign-in, encrypted, on this machine.",
        usage: "resy-mcp login [--email <address>] [--password-stdin | --token-stdin]",
        discussion: """
            Asks for e-mail and password; what you type for the password is not shown. It is never taken as an \
            argument, where other programs could read it. RESY_EMAIL and RESY_PASSWORD are used where they are set.

            Examples:
              resy-mcp login
              pass resy | resy-mcp login --email you@example.com --password-stdin

            Exit status: 0 signed in, 1 not.
            """)

    @Option(help: ArgumentHelp("E-mail address of the Resy account.", valueName: "address"))
    var email: String?

    @Flag(help: "Read the password from standard input.")
    var passwordStdin = false

    @Flag(help: "Read a token from standard input: x-resy-auth-token, as a signed-in browser sends it.")
    var tokenStdin = false

    @Flag(help: "Sign in through a browser (not in this version yet).")
    var browser = false

    @Flag(help: "Show that browser's window (not in this version yet).")
    var headed = false

    @Option(help: ArgumentHelp("Sign in by a code sent to this number (not in this version yet).", valueName: "number"))
    var phone: String?

    @OptionGroup(title: "Settings") var options: Options

    func validate() throws {
        if passwordStdin && tokenStdin { throw ValidationError("Give --password-stdin or --token-stdin, not both.") }
        if tokenStdin && email != nil {
            throw ValidationError("--token-stdin needs no --email: Resy says whose token it is.")
        }
        if let email = Given.optional(email), !LoginCommand.isAddress(email) {
            throw ValidationError("--email \(RPCError.quoted(email)) is not an address such as you@example.com.")
        }
    }

    func run() throws {
        let errand = try Errand(options)
        errand.leave {
            if browser || headed { throw LoginCommand.notYet("--browser") }
            if phone != nil { throw LoginCommand.notYet("--phone") }
            do {
                return try tokenStdin ? adopt(errand) : signIn(errand)
            } catch let error as ResyError where error.code != .badRequest {
                errand.terminal.complain(error, link: errand.link)
                return .failed
            }
        }
    }

    private func adopt(_ errand: Errand) throws -> ExitStatus {
        let terminal = errand.terminal
        let text = terminal.isInteractive ? terminal.askSecret("Token: ")?.reveal() : terminal.line()
        guard let text = text?.trimmed, !text.isEmpty else {
            terminal.tell("resy-mcp: no token came on standard input")
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
        let concierge = makeConcierge(errand.settings, redactor: errand.redactor)
        let outcome = try errand.wait {
            try await concierge.storeCredentials(email: email, password: password, context: $0)
        }
        terminal.answer(LoginCommand.text(outcome))
        return outcome.isVerified ? .done : .failed
    }

    /// Nil where there is none, which is said.
    private func address(_ errand: Errand) throws -> String? {
        let terminal = errand.terminal
        if let email = Given.optional(email) ?? errand.settings.email { return email }
        // With a password coming on stdin, an address cannot be asked for there.
        guard terminal.isInteractive else {
            terminal.tell(
                "resy-mcp: whose account? There is no terminal to ask in\nGive --email ADDRESS or set RESY_EMAIL.")
            return nil
        }
        for _ in 1...3 {
            guard let typed = terminal.ask("E-mail of your Resy account: ") else { break }
            if LoginCommand.isAddress(typed) { return typed }
            terminal.tell(typed.isEmpty ? "An address is needed." : "That is not an address such as you@example.com.")
        }
        terminal.tell("resy-mcp: no e-mail address was given")
        return nil
    }

    private func password(_ errand: Errand) throws -> Secret? {
        let terminal = errand.terminal
        if passwordStdin {
            if let text = terminal.line(), !text.isEmpty { return Secret(text) }
            terminal.tell("resy-mcp: no password came on standard input")
            return nil
        }
        if let password = errand.settings.password { return password }
        guard terminal.isInteractive else {
            terminal.tell(
                "resy-mcp: there is no terminal to ask for the password in\nUse --password-stdin, or set RESY_PASSWORD."
            )
            return nil
        }
        if let typed = terminal.askSecret("Password (not shown): "), !typed.isEmpty { return typed }
        terminal.tell("resy-mcp: no password was given")
        return nil
    }

    // MARK: -

    static func text(_ outcome: SignInOutcome) -> String {
        guard outcome.isVerified else {
            return
                (["Stored, but not signed in: Resy could not be asked about \(outcome.email)."]
                + PersonWords.of(outcome.notes)).joined(separator: "\n")
        }
        let card =
            outcome.card.map { "Card on file: \($0)" }
            ?? "No card on file: tables that want one cannot be booked until you add one at resy.com."
        return (["Signed in to Resy as \(outcome.email).", card] + PersonWords.of(outcome.notes)).joined(
            separator: "\n")
    }

    static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0.value >= 0x20 }
    }

    private static func notYet(_ flag: String) -> ResyError {
        ResyError(
            .resyError, "This version of resy-mcp cannot sign in with \(flag) yet.",
            hint: "Run `resy-mcp login` for e-mail and password, or hand it a browser's token with --token-stdin.")
    }
}
