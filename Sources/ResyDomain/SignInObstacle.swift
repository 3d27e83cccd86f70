/// What a sign-in through a page cannot go past without a person.
package enum SignInObstacle: Sendable, Equatable { case captcha, code, credentials, unknownPage }
