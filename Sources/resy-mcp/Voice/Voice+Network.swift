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
        case .malformed: "The answer arrived damaged."
        case .refusedBySink: "The answer could not be read."
        case .outOfMemory: "There is not enough memory."
        }
    }

    func text(_ advice: NetworkAdvice) -> String {
        switch advice {
        case .checkSettings: "Check the settings."
        case .checkConnection: "Check the internet connection."
        case .checkTrust: "Check the clock, the CA bundle (--cacert) and whether something intercepts the connection."
        case .tryInAMinute: "Try again in a minute."
        case .tryAgain: "Try again."
        case .tryLater: "Try again later."
        case .freeMemory: "Close something and try again."
        }
    }
}
