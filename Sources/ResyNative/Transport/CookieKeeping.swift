/// Cookies of Resy's hosts, one line each in the Netscape format. They can hold the refresh cookie: secrets.
package protocol CookieKeeping: Sendable {
    func importCookies(_ lines: [Secret]) async
    func cookies() async -> [Secret]
}
