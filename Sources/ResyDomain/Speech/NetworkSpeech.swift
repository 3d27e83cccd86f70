/// What to do about the way to a server.
package enum NetworkAdvice: Sendable, Equatable {
    case checkSettings
    case checkConnection
    case checkTrust
    case tryInAMinute
    case tryAgain
    case tryLater
    case freeMemory
}
