internal import ResyDomain
internal import ResyNative

/// What to do about signing in.
extension Voice {
    func text(_ advice: SignInAdvice) -> String {
        switch advice {
        case .signIn:
            login(
                ", which keeps the password out of the chat",
                orCall: "; or call store_resy_credentials with the account's e-mail and password if they give them here"
            )
        case .signInAnew:
            login(orCall: ", or call store_resy_credentials")
        case .signInAgain:
            login(orCall: ", or call store_resy_credentials again")
        case .waitForYoungToken:
            "Signing in again would not help and could lock the account. Wait 10 minutes and try again. Resy's public key "
                + "may have changed: \(either("the user can set", "set")) RESY_API_KEY to the one its web pages use."
        case .copyToken:
            "Copy the value of the x-resy-auth-token header as a browser on resy.com sends it: one word without spaces."
        case .copyFreshToken: "Copy a fresh one from a browser on resy.com."
        case .copyFreshTokenWithoutKey:
            "Copy a fresh one from a browser that is signed in at resy.com; where RESY_API_KEY is set, unset it first."
        case .checkPassword:
            either("Ask the user to check both at resy.com", "Check both at resy.com")
                + ", then sign in again. Nothing was changed here. An account made by phone number may have no password "
                + "yet: \(either("they can set", "set")) one at resy.com first."
        case .checkTyped:
            either("Ask the user to check both at resy.com", "Check both at resy.com")
                + ", then sign in again. Nothing was changed here."
        case .checkAccount:
            either("Ask the user to check", "Check") + " that signing in works at resy.com. Nothing was changed here."
        case .checkNumber:
            "It may belong to no account yet. "
                + either(
                    "Ask the user to check the number, or to run `resy-mcp login` in a terminal, with e-mail and password.",
                    "Check the number, or run `resy-mcp login` with e-mail and password.")
        case .answerInWindow: run("resy-mcp login --headed", " and answer it in the window")
        case .startAgainWithAddress: "Start again, and give the address that the Resy account was made with."
        case .waitForCodes: "Wait 15 minutes, then try again; a code that has come may still work."
        case .wait(let minutes): "Wait \(minutes) minute\(minutes == 1 ? "" : "s"), then try again."
        case .blockNotPassword:
            "This is a block, not a wrong password: the password is kept as it is. Try again later, "
                + "from a home connection rather than a server."
        case .tryInAMinute: "Try again in a minute."
        case .givePassword: either("Ask the user for", "Give") + " the Resy account's password."
        case .giveAddress: "Use the address of the Resy account."
        case .finishInWindow(let also):
            "\(Words.capitalized(headed)): it opens the page in a window where \(either("they", "you")) can finish it now\(text(also))."
        case .endTheWait(let isRisky):
            either("The user can run `resy-mcp doctor --resume` in a terminal: it", "`resy-mcp doctor --resume`")
                + " ends the wait\(isRisky ? ", at the account's risk" : "")."
        case .passwordUnseen: "The password was not checked."
        case .askingSoonerLocks: "Asking sooner could lock the account."
        case .updateForPage: "The page may have changed: \(either("the user can update", "update")) resy-mcp."
        case .tryFromHome:
            "This is about where the request comes from. Try again later, from a home connection rather than a server."
        case .tryInAFewMinutes: "Try again in a few minutes."
        case .guardsDoThat: "Resy blocks some connections. Try again later."
        case .byHand(let offersCode, let afterAnother):
            (afterAnother ? "Try again. If it happens each time, \(headed)" : Words.capitalized(headed))
                + ": it opens the same page in a window where \(either("they", "you")) can finish it. "
                + either("Or they can sign in", "Or sign in")
                + " at resy.com and hand over the token with `resy-mcp login --token-stdin`"
                + (offersCode ? "; `resy-mcp login --phone NUMBER` signs in with a code from the start." : ".")
        case .byToken(let afterAnother):
            (afterAnother ? "Try again. If it happens each time, \(signingInThere)" : Words.capitalized(signingInThere))
                + " at resy.com and hand over the token with `resy-mcp login --token-stdin`."
        }
    }

    private var headed: String {
        either("ask the user to run", "run") + " `resy-mcp login --headed` in a terminal with a screen"
    }

    private var signingInThere: String { either("ask the user to sign in", "sign in") }

    /// The tool that signs in is not offered everywhere.
    private func login(_ reason: String = "", orCall tool: String) -> String {
        either(
            "Ask the user to run `resy-mcp login` in a terminal\(reason)\(offersDeeds ? tool : "").",
            "Run `resy-mcp login`.")
    }

    private func text(_ also: SignInAdvice.Also?) -> String {
        switch also {
        case nil: ""
        case .codeFromTheStart: ", or `resy-mcp login --phone NUMBER` to sign in with a code from the start"
        case .homeConnection: ", best from a home connection"
        }
    }
}
