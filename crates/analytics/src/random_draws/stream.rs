//! A stream of random numbers from a seed (随机数流): xoshiro256++ filled by SplitMix64 (Blackman and Vigna 2019).

/// A stream. Two streams of one seed are the same.
#[derive(Debug, Clone)]
pub struct RandomStream {
    state: [u64; 4],
}

impl RandomStream {
    /// The stream of a seed.
    pub fn from_seed(seed: u64) -> RandomStream {
        let mut counter = seed;
        RandomStream { state: std::array::from_fn(|_| split_mix(&mut counter)) }
    }

    /// The next 64 random bits.
    pub fn bits(&mut self) -> u64 {
        let [first, second, third, fourth] = self.state;
        let drawn = first.wrapping_add(fourth).rotate_left(23).wrapping_add(first);
        let (third_mixed, fourth_mixed) = (third ^ first, fourth ^ second);
        self.state = [
            first ^ fourth_mixed,
            second ^ third_mixed,
            third_mixed ^ (second << 17),
            fourth_mixed.rotate_left(45),
        ];
        drawn
    }

    /// A number from 0 up to, but not including, 1.
    pub fn share(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * (1.0 / (1_u64 << 53) as f64)
    }

    /// A place in a list of `n`, each as likely as the other; 0 when the list is empty.
    pub fn place(&mut self, n: usize) -> usize {
        let n = n as u64;
        if n == 0 {
            return 0;
        }
        // Draws above the last whole multiple of n are thrown away, so that no place is favoured.
        let limit = u64::MAX - u64::MAX % n;
        loop {
            let drawn = self.bits();
            if drawn < limit {
                return (drawn % n) as usize;
            }
        }
    }

    /// A standard normal number, by the polar method of Marsaglia.
    pub fn normal(&mut self) -> f64 {
        loop {
            let (across, up) = (2.0 * self.share() - 1.0, 2.0 * self.share() - 1.0);
            let square = across * across + up * up;
            if square > 0.0 && square < 1.0 {
                return across * (-2.0 * square.ln() / square).sqrt();
            }
        }
    }
}

fn split_mix(counter: &mut u64) -> u64 {
    *counter = counter.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mixed = (*counter ^ (*counter >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_the_published_one() {
        // SplitMix64 of seed 1234567: the first numbers that its authors print.
        let mut counter = 1_234_567;
        assert_eq!(split_mix(&mut counter), 6_457_827_717_110_365_317);
        assert_eq!(split_mix(&mut counter), 3_203_168_211_198_807_973);
        // xoshiro256++ from the state 1, 2, 3, 4.
        let mut stream = RandomStream { state: [1, 2, 3, 4] };
        let drawn: Vec<u64> = (0..4).map(|_| stream.bits()).collect();
        assert_eq!(drawn, [41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386]);
    }

    #[test]
    fn draws_have_the_mean_and_spread_they_should() {
        let mut stream = RandomStream::from_seed(20_230_731);
        let n = 20_000;
        let normals: Vec<f64> = (0..n).map(|_| stream.normal()).collect();
        let mean = normals.iter().sum::<f64>() / f64::from(n);
        let variance = normals.iter().map(|normal| normal * normal).sum::<f64>() / f64::from(n);
        assert!(mean.abs() < 0.03 && (variance - 1.0).abs() < 0.04, "{mean} {variance}");
        let mut counts = [0; 7];
        (0..n).for_each(|_| counts[stream.place(7)] += 1);
        assert!(counts.iter().all(|count| (2600..3120).contains(count)), "{counts:?}");
        assert_eq!(stream.place(0), 0);
        assert!((0..n).all(|_| (0.0..1.0).contains(&stream.share())));
    }
}
