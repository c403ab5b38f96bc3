// What links.js, words.js and paper.js do, begun and ended together.
export default function ({ data }) {
  const ends = [followLinks(), sayWords(data.phrases), printOnPaper(data.inLight)];
  return () => ends.forEach((end) => end());
}
