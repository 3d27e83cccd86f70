internal import ResyDomain
internal import ResyNative

/// The way to a server.
extension Voice {
    func text(_ fault: TransportError) -> String {
        switch fault {
        case .badRequest(let reason): "The request could not be made: \(reason)."
        case .cannotResolve(let host): "The name \(host) could not be looked up."
        case .cannotConnect(let host): "No connection to \(host)."
        case .tls(let host, let reason): "No secure connection to \(host): \(reason)."
        case .timedOut: "Resy did not answer in time."
        case .connectionLost: "The connection broke off."
        case .bodyTooLarge, .headersTooLarge: "The answer was larger than any real one."
        case .malformed: "Resy's answer could not be read."
        case .refusedBySink: "The answer could not be read."
        case .outOfMemory: "There is not enough memory."
        }
    }

    func text(_ advice: NetworkAdvice) -> String {
        switch advice {
        case .checkSettings: either("Ask the user to check the settings.", "Check the settings.")
        case .checkConnection:
            either("Ask the user to check the internet connection.", "Check the internet connection.")
        case .checkTrust:
            either("Ask the user to check", "Check")
                + " the clock, the CA bundle (--cacert) and whether something intercepts the connection."
        case .tryInAMinute: "Try again in a minute."
        case .tryAgain: "Try again."
        case .tryLater: "Try again later."
        case .freeMemory:
            either("Ask the user to close other programs, then try again.", "Close other programs and try again.")
        }
    }
}
