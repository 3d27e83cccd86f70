internal import ResyDomain
internal import ResyNative

/// What to do about signing in.
extension Voice {
    func text(_ advice: SignInAdvice) -> String {
        switch advice {
        case .signIn:
            either(
                "Run `resy-mcp login` in a terminal (the password then stays out of the chat), or call "
                    + "store_resy_credentials with the account's e-mail and password.", "Run `resy-mcp login`.")
        case .signInAnew:
            either("Run `resy-mcp login` in a terminal, or call store_resy_credentials.", "Run `resy-mcp login`.")
        case .signInAgain:
            either("Run `resy-mcp login`, or call store_resy_credentials again.", "Run `resy-mcp login`.")
        case .waitForYoungToken:
            "Signing in again would not help and could lock the account. Resy's public key may have changed: set "
                + "RESY_API_KEY to the one its web pages use, or wait ten minutes and try again."
        case .copyToken:
            "Copy the value of the x-resy-auth-token header as a browser on resy.com sends it: one word without spaces."
        case .copyFreshToken: "Copy a fresh one from a browser on resy.com."
        case .copyFreshTokenWithoutKey:
            "Copy a fresh one from a browser that is signed in at resy.com; where RESY_API_KEY is set, unset it first."
        case .checkPassword:
            "Check both at resy.com, then sign in again. Nothing was changed here. An account made by phone number "
                + "may have no password yet: set one at resy.com first."
        case .checkTyped: "Check both at resy.com, then sign in again. Nothing was changed here."
        case .checkAccount: "Check that signing in works at resy.com. Nothing was changed here."
        case .checkNumber:
            "It may belong to no account yet. Check the number, or run `resy-mcp login` with e-mail and password."
        case .answerInWindow: "Run `resy-mcp login --headed` and answer it in the window."
        case .startAgainWithAddress: "Start again, and give the address that the Resy account was made with."
        case .waitForCodes: "Wait a quarter of an hour, then try again; a code that has come may still work."
        case .wait(let minutes): "Wait \(minutes) minute\(minutes == 1 ? "" : "s"), then try again."
        case .blockNotPassword:
            "This is a block, not a wrong password: the password is kept as it is. Try again later, "
                + "from a home connection rather than a server."
        case .tryInAMinute: "Try again in a minute."
        case .givePassword: "Give the Resy account's password."
        case .giveAddress: "Use the address of the Resy account."
        case .finishInWindow(let also):
            "Run `resy-mcp login --headed` in a terminal with a screen: it opens the page in a window where you can "
                + "finish it now\(text(also))."
        case .endTheWait(let isRisky): "`resy-mcp doctor --resume` ends the wait\(isRisky ? ", at its risk" : "")."
        case .passwordUnseen: "Nobody looked at the password."
        case .askingSoonerLocks: "Asking sooner could lock the account."
        case .updateForPage: "The page may have changed: update resy-mcp."
        case .tryFromHome:
            "This is about where the request comes from. Try again later, from a home connection rather than a server."
        case .tryInAFewMinutes: "Try again in a few minutes."
        case .guardsDoThat: "A guard in front of Resy does that. Try again later."
        case .byHand(let offersCode, let afterAnother):
            (afterAnother ? "Try again; if it happens each time, run" : "Run")
                + " `resy-mcp login --headed` in a terminal with a screen: it opens the same page in a window where you "
                + "can finish it. Or sign in at resy.com and hand over the token with `resy-mcp login --token-stdin`"
                + (offersCode ? "; `resy-mcp login --phone NUMBER` signs in with a code from the start." : ".")
        }
    }

    private func text(_ also: SignInAdvice.Also?) -> String {
        switch also {
        case nil: ""
        case .codeFromTheStart: ", or `resy-mcp login --phone NUMBER` to sign in with a code from the start"
        case .homeConnection: ", best from a home connection"
        }
    }
}
