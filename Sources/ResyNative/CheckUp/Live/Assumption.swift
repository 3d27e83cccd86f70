internal import ResyDomain

/// One thing that the decoders, or the notes on Resy's API behind them, take for granted.
package struct Assumption: Sendable, Equatable {
    /// Such as `$.results.venues[].slots[].config.token`; `{}` stands for every member of an object.
    package let path: String
    package let kinds: [WireKind]
    /// Without it an answer cannot be read. Null counts as absent unless it is among the kinds.
    package let isRequired: Bool

    static func required(_ path: String, _ kinds: WireKind...) -> Assumption {
        Assumption(path: path, kinds: kinds, isRequired: true)
    }

    static func optional(_ path: String, _ kinds: WireKind...) -> Assumption {
        Assumption(path: path, kinds: kinds, isRequired: false)
    }

    /// `a slot's token or null`
    package var expected: String { kinds.map(\.rawValue).joined(separator: " or ") }

    enum Step: Equatable {
        case member(String)
        /// Of a list.
        case elements
        /// Of an object, whatever their keys.
        case members
    }

    var steps: [Step] {
        path.split(separator: ".").dropFirst().flatMap { part -> [Step] in
            if part == "{}" { return [.members] }
            return part.hasSuffix("[]") ? [.member(String(part.dropLast(2))), .elements] : [.member(String(part))]
        }
    }
}
