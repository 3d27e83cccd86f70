internal import ResyDomain
internal import ResyNative

extension Tool {
    /// Not destructive and idempotent: it replaces a stored login by one that was just given, a refused one changes
    /// nothing, and giving the same one twice leaves the same state.
    static let storeResyCredentials = Tool(
        name: "store_resy_credentials",
        title: "Store Resy login",
        description: """
            Save the user's Resy login (e-mail and password) and sign in with it. The password can stay out of the \
            chat: suggest that the user runs `resy-mcp login` in a terminal, and use this tool only if they give the \
            password here by themselves. It is encrypted, kept on this machine and sent to Resy alone. Returns whether \
            Resy accepted it and the card on file. A refused login changes nothing.
            """,
        inputSchema: Schema.input(
            [
                "email": Schema.text("E-mail address of the account"),
                "password": Schema.text("Its password"),
            ], required: ["email", "password"]),
        outputSchema: Schema.result(
            [
                "email": Schema.string,
                "verified": Schema.described(Schema.yesOrNo, "false: stored, but Resy could not be asked"),
                "payment_method": Schema.orNull(Schema.string),
                "note": Schema.texts,
            ], optional: ["note"]),
        hints: Hints(isIdempotent: true),
        overdue: .signIn,
        run: { arguments, desk, context in
            let email = try arguments.text("email", example: "you@example.com", isExact: true)
            guard isAddress(email) else {
                throw ResyError(.badRequest, .argument(.noAddress(name: "email")), advice: [.argument(.addressForm)])
            }
            let password = try arguments.secret("password", orElse: .argument(.loginOrPassword))
            let outcome = try await desk.concierge.storeCredentials(email: email, password: password, context: context)
            return ToolResult(
                text: SignInText.render(outcome, in: desk.voice), structured: SignInJSON.render(outcome, in: desk.voice)
            )
        })

    /// Enough to catch two swapped arguments; whether it exists is Resy's to say.
    private static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = text.unicodeScalars.allSatisfy { !$0.properties.isWhitespace && $0.value >= 0x20 }
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && isPlain
    }
}
