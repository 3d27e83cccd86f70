internal import ResyDomain
internal import ResyNative

/// What is asked of the person, and what is said at the end.
extension LoginCommand {
    /// Nil where there is none, which is said.
    func address(_ errand: Errand) throws -> String? {
        let terminal = errand.terminal
        if let email = Given.optional(email) ?? errand.settings.email { return email }
        // With a password coming on stdin, an address cannot be asked for there.
        guard terminal.isInteractive else {
            terminal.tell(
                "resy-mcp: Whose account? There is no terminal to ask in.\nGive --email ADDRESS or set RESY_EMAIL.")
            return nil
        }
        if let email = askAddress(terminal) { return email }
        terminal.tell("resy-mcp: No e-mail address was given.")
        return nil
    }

    func askAddress(_ terminal: Terminal) -> String? {
        for _ in 1...3 {
            guard let typed = terminal.ask("E-mail of your Resy account: ") else { break }
            if LoginCommand.isAddress(typed) { return typed }
            terminal.tell(typed.isEmpty ? "An address is needed." : "That is not an address such as you@example.com.")
        }
        return nil
    }

    func password(_ errand: Errand) throws -> Secret? {
        let terminal = errand.terminal
        if passwordStdin {
            if let text = terminal.line(), !text.isEmpty { return Secret(text) }
            terminal.tell("resy-mcp: No password came on standard input.")
            return nil
        }
        if let password = errand.settings.password { return password }
        guard terminal.isInteractive else {
            terminal.tell(
                "resy-mcp: There is no terminal to ask for the password in.\nUse --password-stdin, or set RESY_PASSWORD."
            )
            return nil
        }
        if let typed = terminal.askSecret("Password (not shown): "), !typed.isEmpty { return typed }
        terminal.tell("resy-mcp: No password was given.")
        return nil
    }

    /// To somebody at a terminal, where a guard stood in the way of this one.
    func offerOtherWays(after code: ResyError.Code, _ errand: Errand) {
        guard errand.terminal.isInteractive, let text = LoginCommand.otherWays(after: code, isHeaded: headed) else {
            return
        }
        errand.terminal.tell(text)
    }

    static func otherWays(after code: ResyError.Code, isHeaded: Bool) -> String? {
        guard [.signInBlocked, .blocked, .captcha].contains(code) else { return nil }
        let ways = [
            ("resy-mcp login --headed", "in a browser window, where you answer what Resy asks"),
            ("resy-mcp login --phone NUMBER", "by a code that Resy sends by SMS"),
            ("resy-mcp login --token-stdin", "with the token of a browser that is signed in"),
        ].dropFirst(isHeaded ? 1 : 0)
        let width = ways.map(\.0.count).max() ?? 0
        let lines = ways.map { "  \($0.0)\(String(repeating: " ", count: width - $0.0.count))  \($0.1)" }
        return (["Other ways to sign in:"] + lines).joined(separator: "\n")
    }

    static func text(_ outcome: SignInOutcome) -> String {
        guard outcome.isVerified else {
            return
                (["Stored, but not signed in as \(outcome.email)."]
                + Voice.person.texts(outcome.remarks)).joined(separator: "\n")
        }
        let card =
            outcome.card.map { "Card on file: \($0)" }
            ?? "Resy named no card on file: tables that want one cannot be booked until you add one at resy.com."
        return (["Signed in to Resy as \(outcome.email).", card] + Voice.person.texts(outcome.remarks)).joined(
            separator: "\n")
    }

    static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
            && text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0.value >= 0x20 }
    }
}
