@testable import ResyDomain
@testable import ResyNative

/// Frames, DevTools messages, JSON, tokens, dates, times and the credentials file.
enum TextTargets {
    static let all: [Target] = [
        Target(name: "frames", isJSON: false) { bytes in
            var (whole, split) = (FrameDecoder(messageLimit: 512), FrameDecoder(messageLimit: 512))
            let events = whole.read(bytes[...])
            // The pieces that bytes arrive in must make no difference.
            let (left, right) = (bytes.prefix(bytes.count / 2), bytes.dropFirst(bytes.count / 2))
            precondition(split.read(left) + split.read(right) == events)
            return !events.isEmpty && !events.contains { if case .fault = $0 { true } else { false } }
        },
        Target(name: "tokens", isJSON: false) { bytes in
            guard let first = bytes.first else { return (try? fernet.open(bytes)) != nil }
            let rest = Array(bytes.dropFirst())
            switch first % 3 {
            case 0:
                // Contents, which must come back.
                let token = fernet.seal(rest, now: Noon().now, iv: Array(repeating: first, count: 16))
                precondition((try? fernet.open(token, ttl: 60, now: Noon().now)) == rest)
                return true
            case 1: return (try? fernet.open(rest)) != nil
            default:
                // What is signed, whatever it is: no change of a token as a whole gets past its signature.
                let token = Base64URL.encode(rest + Digest.code(rest, key: Array(0..<16)))
                return (try? fernet.open(token, ttl: 60, now: Noon().now)) != nil
            }
        },
        Target(name: "dates", isJSON: false) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            guard let day = try? DateText.parse(text, today: AnswerTargets.day) else {
                return WireTime.local(text) != nil || WireTime.instant(text) != nil || WireTime.httpDate(text) != nil
            }
            precondition(CalendarDay(iso: day.iso) == day)
            return true
        },
        Target(name: "times", isJSON: false) { bytes in
            guard let wish = try? TimeText.parse(String(decoding: bytes, as: UTF8.self)) else { return false }
            precondition((1...2).contains(wish.readings.count))
            precondition(wish.readings.allSatisfy { TimeOfDay(clock: $0.clock) == $0 })
            return true
        },
        Target(name: "credentials") { bytes in
            guard let json = try? JSON(parsing: bytes) else { return false }
            let read = Credentials(json)
            _ = read.authToken.map { TokenExpiry.read($0) }
            return read.email != nil || read.password != nil || read.authToken != nil || read.paymentMethodID != nil
        },
        Target(name: "devtools") { bytes in
            if case .garbled = CDPMessage(bytes) { return false }
            return true
        },
    ]

    private static let fernet: Fernet = {
        guard let fernet = try? Fernet(key: Secret("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")) else {
            preconditionFailure("the key is good")
        }
        return fernet
    }()
}
