/// a · b + c, rounded once: one step of a sum.
///
/// Sums of products are chains of these, here as in the loops of CArithmetic. The operation has one right answer, so they are the
/// same on every processor. Compiled for any x86-64 a step is a call; loops that run long go through CArithmetic.
@inline(__always)
func fused(_ a: Double, _ b: Double, _ c: Double) -> Double { c.addingProduct(a, b) }
