/// MT19937: M. Matsumoto and T. Nishimura, *Mersenne Twister*, 1998. The generator below NumPy's `RandomState` and PyTorch's CPU
/// generator.
struct MersenneTwister: Hashable, Sendable {
    private var state: [UInt32]
    private var place = Self.size

    private static let size = 624

    init(seed: UInt32) {
        state = [seed]
        for index in 1..<Self.size {
            let last = state[index - 1]
            state.append(1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(index))
        }
    }

    mutating func next() -> UInt32 {
        if place == Self.size { twist() }
        var y = state[place]
        place += 1
        y ^= y >> 11
        y ^= (y << 7) & 0x9D2C_5680
        y ^= (y << 15) & 0xEFC6_0000
        return y ^ (y >> 18)
    }

    private mutating func twist() {
        for index in 0..<Self.size {
            let y = (state[index] & 0x8000_0000) | (state[(index + 1) % Self.size] & 0x7FFF_FFFF)
            state[index] = state[(index + 397) % Self.size] ^ (y >> 1) ^ (y & 1 == 1 ? 0x9908_B0DF : 0)
        }
        place = 0
    }
}
