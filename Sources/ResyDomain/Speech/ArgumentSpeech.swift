/// What is so of the arguments that a call was given; `name` is one of the tool's own.
package enum ArgumentFinding: Sendable, Equatable {
    case unknown(names: [String])
    case missing(name: String)
    case empty(name: String)
    case tooLong(name: String)
    /// A list.
    case tooMany(name: String)
    case halfACharacter(name: String)
    /// `given`: nil where it must not be repeated.
    case wrongKind(name: String, ArgumentKind, given: String?)
    /// Given more than once, with values that differ; nil where they must not be repeated.
    case disputed(name: String, versions: [String]?)
    case outOfRange(name: String, Int)
    case unknownOccasion(name: String, given: String)
    /// Not one of a few words.
    case noSuchChoice(name: String, given: String)
    case secretOfWrongKind(name: String)
    case disputedSecret(name: String)
    case noAddress(name: String)
    case neither(name: String, nor: String)
    /// Of several one at least is needed.
    case noneOf(names: [String])
    /// No size of a party.
    case party(Int)
    /// No number of minutes around a time.
    case flexibility(Int)
}

package enum ArgumentKind: Sendable, Equatable { case text, texts, wholeNumber, amount, flag }

/// What to do about the arguments.
package enum ArgumentAdvice: Sendable, Equatable {
    case allowed(names: [String])
    case give(name: String, example: String)
    case copyOnceMore(name: String)
    case atMost(characters: Int)
    case fewer(most: Int)
    case giveOneOf(names: [String])
    case useOccasion([String])
    case within(ClosedRange<Int>)
    case giveAs(name: String, ArgumentKind)
    case giveOnceAs(name: String, ArgumentKind)
    case addressForm
    case loginOrPassword
    case listAndAsk
    case partySizes
    case flexibilities
}
