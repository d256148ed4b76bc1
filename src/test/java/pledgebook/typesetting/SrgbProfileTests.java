package pledgebook.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ICC_ProfileRGB;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pledgebook.vocabulary.Sha256;

/// The profile we made, read by a colour engine that did not make it.
class SrgbProfileTests {
  private static ICC_ProfileRGB profile() {
    return (ICC_ProfileRGB) ICC_Profile.getInstance(SrgbProfile.bytes());
  }

  @Test
  void isSmallAndTheSameAlways() {
    assertThat(SrgbProfile.bytes()).hasSizeLessThan(3000).isEqualTo(SrgbProfile.bytes());
    assertThat(Sha256.of(SrgbProfile.bytes()).hex())
        .isEqualTo("af94e0731239bdf66a3b0fc31f409ea7988dc7a0d2e4e1f0dc8ba968c75e25b3");
  }

  @Test
  void saysWhatItIsAndThatItIsFree() {
    String text = new String(SrgbProfile.bytes(), StandardCharsets.ISO_8859_1);
    assertThat(text).contains("sRGB IEC61966-2.1\0").contains("CC0-1.0: no rights reserved\0");
    assertThat(profile().getMajorVersion()).isEqualTo(2);
    assertThat(profile().getColorSpaceType()).isEqualTo(ColorSpace.TYPE_RGB);
  }

  /// The colorants of sRGB under D50, as the colour consortium publishes them.
  @Test
  void hasThePrimariesOfTheStandard() {
    float[][] published = {
      {0.4361f, 0.3851f, 0.1431f}, {0.2225f, 0.7169f, 0.0606f}, {0.0139f, 0.0971f, 0.7141f}
    };
    float[][] matrix = profile().getMatrix();
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        assertThat(matrix[row][column]).isCloseTo(published[row][column], within(0.0002f));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0,0", "255,255,255", "196,22,28", "1,2,3", "128,128,128", "17,200,90"})
  void givesEveryColourAsSrgbItselfDoes(int red, int green, int blue) {
    float[] colour = {red / 255f, green / 255f, blue / 255f};
    float[] ours = new ICC_ColorSpace(profile()).toCIEXYZ(colour);
    float[] theirs = ColorSpace.getInstance(ColorSpace.CS_sRGB).toCIEXYZ(colour);
    for (int i = 0; i < 3; i++) {
      assertThat(ours[i]).isCloseTo(theirs[i], within(0.001f));
    }
  }
}
