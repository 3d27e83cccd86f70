internal import ResyDomain
internal import ResyNative

/// Signing in by a code that Resy sends to a phone.
extension LoginCommand {
    private static let tries = 3

    func signIn(by number: PhoneNumber, _ errand: Errand) throws -> ExitStatus {
        let terminal = errand.terminal
        let resy = makeResy(errand.settings, redactor: errand.redactor)
        try errand.wait { try await resy.sendCode(to: number, context: $0) }
        terminal.tell("Resy sends a code by SMS to \(number.masked).")
        for attempt in 1...LoginCommand.tries {
            guard let code = code(errand) else {
                terminal.tell("resy-mcp: No code was given.")
                return .usage
            }
            switch try errand.wait(for: { try await resy.confirm(code: code, for: number, context: $0) }) {
            case .signedIn(let outcome): return welcome(outcome, errand)
            case .wantsEmail(let challenge): return try answer(challenge, resy, errand)
            case .refused(isExpired: true):
                terminal.tell("resy-mcp: This code has expired.\nRun the same command again for a new one.")
                return .failed
            case .refused(isExpired: false):
                let left = LoginCommand.tries - attempt
                guard left > 0 else { break }
                terminal.tell("Resy does not take this code. \(left == 1 ? "One try is" : "\(left) tries are") left.")
            }
        }
        terminal.tell(
            "resy-mcp: Resy took none of these codes. Nothing was stored.\n"
                + "Run the same command again for a new one. Only the newest code works.")
        return .failed
    }

    private func answer(_ challenge: EmailChallenge, _ resy: Resy, _ errand: Errand) throws -> ExitStatus {
        guard let email = challengedAddress(errand) else {
            errand.terminal.tell(
                "resy-mcp: Resy wants the account's e-mail address as well.\nGive it with --email ADDRESS.")
            return .usage
        }
        return welcome(try errand.wait { try await resy.answer(challenge, email: email, context: $0) }, errand)
    }

    private func welcome(_ outcome: SignInOutcome, _ errand: Errand) -> ExitStatus {
        errand.terminal.answer(LoginCommand.text(outcome))
        return .done
    }

    /// Letters and digits of what was typed; nil at the end of input, or where nothing else comes.
    private func code(_ errand: Errand) -> Secret? {
        for _ in 1...LoginCommand.tries {
            let typed = errand.terminal.isInteractive ? errand.terminal.ask("Code: ") : errand.terminal.line()
            guard let typed else { return nil }
            let code = typed.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
            if !code.isEmpty { return Secret(code) }
        }
        return nil
    }

    private func challengedAddress(_ errand: Errand) -> String? {
        if let email = Given.optional(email) ?? errand.settings.email { return email }
        let terminal = errand.terminal
        if terminal.isInteractive {
            terminal.tell("Resy wants to know which account this number belongs to.")
            return askAddress(terminal)
        }
        guard let email = terminal.line()?.trimmed, LoginCommand.isAddress(email) else { return nil }
        return email
    }
}
